import { check } from 'recheck';
import { readFileSync, writeFileSync } from 'node:fs';
const r=JSON.parse(readFileSync('/tmp/re.json')).filter(x=>x.kind==='lit');
const by=new Map(); for(const x of r){const k=x.src+'\u0000'+x.flags; (by.get(k)??by.set(k,[]).get(k)).push(x);}
const out=[];let i=0;const t0=Date.now();
for(const [k,xs] of by){const t=Date.now();const c=await check(xs[0].src,xs[0].flags,{timeout:20000,checker:'auto'});const d=Date.now()-t; out.push({src:xs[0].src,flags:xs[0].flags,at:xs.map(x=>x.f+':'+x.line),ctx:xs[0].ctx,status:c.status,cx:c.complexity?.summary??c.error?.kind,checker:c.checker,attack:c.attack?.pattern,ms:d}); }
writeFileSync('/tmp/chk.json',JSON.stringify(out,null,1)); console.log(Date.now()-t0);
const bad=out.filter(o=>o.status!=='safe'); console.log(bad.length); for(const b of bad) console.log(b.status,b.cx,b.checker,b.ms,'/'+b.src+'/'+b.flags,b.at.join(' '),'\n      ',b.attack?.slice(0,120));
console.log('slow', out.filter(o=>o.ms>1000).map(o=>[o.ms,o.src.slice(0,80),o.checker,o.status].join(' ')).join('\n'));
process.exit(0)
