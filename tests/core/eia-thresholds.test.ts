/** Every number of the EIA catalogue, below, at and above. All else is plain: see `plain`. */
import { expect, test } from 'vitest'
import { eiaClass } from '../../src/core/eia'
import { catalogue, itemOf, plain, seeds } from '../helpers/eia'
import type { Facts } from '../../src/core/model'
import type { EiaClass } from '../../src/core/seed-types'

type Row = [item: number, param: string, more: Facts, ...cases: [value: number, expected: EiaClass][]]

const N: EiaClass = 'none'
const G: EiaClass = 'registration'
const T: EiaClass = 'table'
const R: EiaClass = 'report'
/** `at` and above, against just below. */
const from = (at: number, below: EiaClass, above: EiaClass, step = 1): [number, EiaClass][] => [[at - step, below], [at, above], [at + step, above]]
/** Only above `at`. */
const over = (at: number, upTo: EiaClass, above: EiaClass, step = 1): [number, EiaClass][] => [[at - step, upTo], [at, upTo], [at + step, above]]

/** Items with “其他（…年用非溶剂型低VOCs含量涂料10吨以下的除外）”. */
const exempt = [36, 53, 66, 67, 69, 70, 71, 72, 73, 74, 75, 76, 77, 83]
/** Items with “年用溶剂型涂料（含稀释剂）10吨以下的，或年用非溶剂型低VOCs含量涂料10吨及以上的”. */
const named = [33, 35, 40, 41, 84, 86]

const coating: Row[] = [
  ...exempt.flatMap((no): Row[] => [
    [no, 'solventCoatingTpa', {}, ...from(10, T, R, 0.01)],
    [no, 'lowVocCoatingTpa', {}, [0, T], [0.01, N], [9.99, N], [10, T], [10.01, T]],
    [no, 'solventCoatingTpa', { lowVocCoatingTpa: 5 }, [0, N], [0.01, T]],
  ]),
  ...named.flatMap((no): Row[] => [
    [no, 'solventCoatingTpa', {}, [0, N], [0.01, T], [9.99, T], [10, R], [10.01, R]],
    [no, 'lowVocCoatingTpa', {}, ...from(10, N, T, 0.01)],
  ]),
]

const lake = { artificialLake: true }
const rows: Row[] = [
  ...coating,
  [3, 'pigsSoldPerYear', { scaleFarm: true }, ...from(5000, G, R)],
  [3, 'pigsKept', { scaleFarm: true, noSales: true }, ...from(2500, G, R)],
  [4, 'seaAreaMu', { cageOrRanch: true }, ...from(300, G, T), ...from(1000, T, R)],
  [4, 'seaAreaMu', { baseOrIndoor: true }, ...from(100, G, T)],
  [4, 'seaAreaMu', { bottomOrAlgae: true }, ...from(1500, G, T)],
  [8, 'coalbedGasM3PerYear', {}, ...from(100_000_000, T, R)],
  [15, 'processedTpa', {}, ...from(10_000, N, T)],
  [17, 'sugarCropTpd', {}, ...from(1000, T, R)],
  [18, 'pigsSlaughteredPerYear', { slaughter: true }, ...from(100_000, T, R)],
  [18, 'cattleSlaughteredPerYear', { slaughter: true }, ...from(10_000, T, R)],
  [18, 'sheepSlaughteredPerYear', { slaughter: true }, ...from(150_000, T, R)],
  [18, 'poultrySlaughteredPerYear', { slaughter: true }, ...from(10_000_000, T, R)],
  [18, 'meatTpa', {}, ...from(20_000, G, T)],
  [19, 'processedTpa', {}, ...from(100_000, N, T)],
  [23, 'sauceTpa', { fermentation: true }, ...from(20_000, T, R)],
  [25, 'liquorKlPerYear', { fermentation: true }, ...from(1000, T, R)],
  [32, 'solventGlueTpa', {}, ...from(10, N, T, 0.01)],
  [32, 'solventPrimerTpa', {}, ...from(3, N, T, 0.01)],
  [34, 'boardM3PerYear', {}, ...from(200_000, T, R)],
  [39, 'solventInkTpa', {}, ...from(10, T, R, 0.01)],
  [39, 'lowVocInkTpa', {}, [0, T], [0.01, N], [9.99, N], [10, T], [10.01, T]],
  [39, 'solventInkTpa', { lowVocInkTpa: 5 }, [0, N], [0.01, T]],
  [40, 'solventGlueTpa', {}, ...from(10, N, T, 0.01)],
  [40, 'solventPrimerTpa', {}, ...from(3, N, T, 0.01)],
  [53, 'solventGlueTpa', {}, ...from(10, T, R, 0.01)],
  [59, 'sanitaryWarePerYear', {}, ...from(1_500_000, N, T)],
  [59, 'tablewarePerYear', {}, ...from(2_500_000, N, T)],
  [63, 'coldRollingTpa', {}, ...from(500_000, T, R)],
  [68, 'ironCastTpa', {}, ...from(100_000, T, R)],
  [68, 'nonferrousCastTpa', {}, ...from(100_000, T, R)],
  [88, 'hydroKw', {}, ...from(1000, T, R)],
  [90, 'windKw', { windPower: true, eiaSensitiveArea: true }, ...from(50_000, T, R)],
  [90, 'windKw', { windPower: true }, ...from(50_000, T, T)],
  [90, 'pvKw', { photovoltaic: true, groundPv: true, gridKv: 35 }, ...over(6000, G, T)],
  [90, 'gridKv', { photovoltaic: true, groundPv: true, pvKw: 7000 }, ...from(10, G, T)],
  [91, 'coalOilBoilerTph', {}, [0, N], [0.1, T], [64.9, T], [65, T], [65.1, R]],
  [91, 'gasBoilerTph', {}, ...over(1, N, T, 0.1)],
  [95, 'capacityTpd', { eiaNewBuild: true, municipalSewage: true }, ...from(500, G, T), ...from(100_000, T, R)],
  [105, 'wasteTransferTpd', {}, ...from(150, N, T)],
  [106, 'wasteTpd', {}, ...from(1, N, G, 0.1), ...from(10, G, T, 0.1), ...from(50, T, R, 0.1)],
  [107, 'nightSoilTpd', {}, ...from(50, N, T)],
  [108, 'beds', { eiaNewBuild: true }, ...from(20, G, T), ...from(500, T, R)],
  [108, 'beds', {}, ...from(500, T, T)],
  [110, 'floorAreaM2', { eiaNewBuild: true, eiaSensitiveArea: true }, ...from(5000, N, T)],
  [111, 'floorAreaM2', { eiaSensitiveArea: true }, ...from(5000, N, T)],
  [114, 'lakeM3', lake, ...from(50_000, G, T), ...from(5_000_000, T, R)],
  [114, 'lakeM3', { ...lake, eiaSensitiveArea: true }, ...from(50_000, T, R)],
  [114, 'refillShare', lake, ...from(0.25, G, R, 0.01)],
  [121, 'workshopAreaM2', { solventCoatingTpa: 0.1 }, ...from(5000, N, T)],
  [121, 'solventCoatingTpa', { workshopAreaM2: 5000 }, [0, N], [0.01, T]],
  [121, 'lowVocCoatingTpa', { workshopAreaM2: 5000 }, ...from(10, N, T, 0.01)],
  [124, 'reservoirM3', {}, ...from(10_000_000, T, R)],
  [126, 'diversionShare', { smallRiver: true }, ...from(0.25, T, R, 0.01)],
  [129, 'groundwaterM3PerDay', {}, ...from(10_000, T, R)],
  [130, 'roadKm', { eiaNewBuild: true, roadGrade: 2 }, ...over(30, T, R)],
  [130, 'roadGrade', { eiaNewBuild: true, roadKm: 31 }, [1, R], [2, R], [3, G]],
  [130, 'roadGrade', { eiaNewBuild: true, roadKm: 1, eiaSensitiveArea: true }, [1, R], [2, R], [3, T]],
  [132, 'railLinkKm', {}, [0, R], [0.1, T], [29, T], [30, T], [31, R]],
  [133, 'electrificationKm', {}, ...from(200, T, R)],
  [139, 'inlandBerthT', {}, ...from(1000, T, R)],
  [139, 'seaBerthT', {}, ...from(10_000, T, R)],
  [140, 'inlandBerthT', {}, ...from(3000, T, R)],
  [140, 'seaBerthT', {}, ...from(30_000, T, R)],
  [149, 'oilDepotM3', {}, ...from(200_000, T, R)],
  [150, 'seaSewageM3PerDay', {}, ...from(1000, T, R)],
  [150, 'seaOilTpa', {}, ...from(200_000, T, R)],
  [150, 'seaPipeKm', {}, ...from(20, T, R)],
  [151, 'seaEnergyMw', {}, [0, N], [0.1, T], ...from(20, T, R)],
  [151, 'seaWindKw', {}, [0, N], [1, T], ...from(50_000, T, R)],
  [152, 'seaPipeKm', {}, ...from(20, T, R)],
  [152, 'toxicSeaPipeKm', {}, ...from(1, T, R, 0.1)],
  [153, 'seaBridgeKm', {}, ...from(0.1, T, R, 0.01)],
  [154, 'seaDikeKm', {}, ...from(0.5, T, R, 0.1)],
  [155, 'seaSewageM3PerDay', {}, ...from(200, T, R)],
  [156, 'reefM3', {}, ...from(5000, G, T), ...from(50_000, T, R)],
  [157, 'seaStorageT', {}, ...from(500_000, T, R)],
  [158, 'seaDredgingM3', {}, [0, N], [1, T], ...from(100_000, T, R)],
  [159, 'seaTownSewageM3PerDay', {}, ...from(100_000, T, R)],
  [159, 'seaIndustrialM3PerDay', {}, ...from(5000, T, R)],
  [160, 'seaDredgingM3', {}, ...from(100_000, T, R)],
  [160, 'seaBlastM3', {}, ...from(2000, T, R)],
  [161, 'lineKv', {}, ...from(100, N, T), [330, T], ...from(500, T, R)],
  [161, 'lineKv', { eiaSensitiveArea: true }, ...from(330, T, R)],
  [162, 'mediumWaveKw', {}, ...from(50, T, R)],
  [162, 'shortWaveKw', {}, ...from(100, T, R)],
  [163, 'towerKw', { eiaSensitiveArea: true }, ...from(100, T, R)],
  [163, 'towerKw', {}, ...from(100, T, T)],
]

test.each(rows)('item %i, %s', (no, param, more, ...cases) => {
  const item = itemOf(no)
  const found = cases.map(([value]) => [value, eiaClass(item, [], plain(item, { ...more, [param]: value }), catalogue).among])
  expect(found).toEqual(cases.map(([value, expected]) => [value, [expected]]))
})

test('every number of the catalogue is in the table', () => {
  const tried = new Set(rows.flatMap(([no, param, , ...cases]) => cases.map(([value]) => `${no} ${param} ${value}`)))
  expect(seeds.items.flatMap((item) => numbersOf(item).map((one) => `${item.no} ${one}`)).filter((one) => !tried.has(one))).toEqual([])
})

/** `param value` of every comparison with a number, wherever it stands in a record. */
function numbersOf(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return []
  const own = 'param' in record && 'value' in record && typeof record.value === 'number' ? [`${String(record.param)} ${record.value}`] : []
  return [...own, ...Object.values(record).flatMap(numbersOf)]
}
