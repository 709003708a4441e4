import { expect, test } from 'vitest';
import { drawingRecipe } from './drawing-recipe.ts';
import { DEFAULT_DRAWING } from './weight-draws.ts';

test('the recipe gives the settings and the first numbers of the draws, which never change', () => {
  const { vector, weightSpread, areaAlpha } = drawingRecipe(true);
  expect([weightSpread, areaAlpha]).toEqual([DEFAULT_DRAWING.weightSpread, DEFAULT_DRAWING.areaAlpha]);
  expect(vector).toMatchInlineSnapshot(`
    {
      "dirichlet10": [
        0.25163459654645604,
        0.35695705228787455,
        0.39140835116566935,
      ],
      "logGamma10": [
        2.1647209149959004,
        2.514358366304402,
        2.60649428486278,
      ],
      "normals": [
        -0.31769638931497596,
        1.71294082462272,
        1.1117133124541003,
      ],
      "seed": 1,
      "uniforms": [
        0.3946724881432174,
        0.1477500833379649,
        0.16688351295511017,
      ],
      "words": [
        1695105466,
        1423115009,
        634581793,
      ],
    }
  `);
  expect(vector.dirichlet10.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
});
