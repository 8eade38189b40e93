// Exercise 2.7 · How long to look
// Section 2.4: Chapters/02-ModelToProduction/04g-DoesCleaningHelp.swift

import Practice

/// How many photos have to be looked at, the largest loss first, until a share of the faults has been seen.
///
/// `losses` has a number for each photo, and `faulty` the places of those with a fault. Photos with the same loss are
/// looked at in the order of their places. A loss that is no number (NaN) says that something is badly wrong: such
/// photos are looked at before all others. `share` is from 0 to 1; the faults to be seen are share · (number of
/// faults), rounded up to whole ones. Return the number of photos, 0 if there is nothing to be seen.
///
/// Example: losses [0.1, 3, 2, 0.5], faulty [1, 3], share 1 → 3 (places 1, 2 and 3); share 0.5 → 1.
///
/// nil where `share` is not from 0 to 1, or a place in `faulty` is no photo.
public func photosToLookAt(_ losses: [Double], faulty: Set<Int>, share: Double) throws -> Int? {
    throw Unanswered("2.7")
}
