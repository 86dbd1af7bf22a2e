/** The sliver policy, apart from the overlay so that telling it does not load the engine. */

/**
 * Below either number the drawn overlap is a sliver. Two survey lines of one boundary may differ by twice the ±5 cm of
 * a first-class boundary point (TD/T 1001-2012), so a strip narrower than 0.1 m says that lines are close, not that
 * land is shared; 1 m² is the unit in which land is registered. Half a parcel or more is never a sliver.
 */
export const SLIVER = { areaM2: 1, widthM: 0.1, lengthM: 1 } as const
