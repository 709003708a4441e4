/// <reference types="vite/client" />
import '@remix-run/node';

declare module '@remix-run/node' {
  // Loader data arrive as they were returned: dates stay dates.
  interface Future {
    v3_singleFetch: true;
  }
}
