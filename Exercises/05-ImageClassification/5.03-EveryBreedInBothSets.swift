// Exercise 5.3 · Every breed in both sets
// Section 5.1: Chapters/05-ImageClassification/01f-BreedsAsNumbers.swift

import Practice
import Tensors

/// Divides photos at random, such that every breed is in both sets as far as that is possible. (A split that is
/// *stratified*.)
///
/// Of a breed with n photos, `share` · n are for validation, rounded down; but at least one of them, and not all. A
/// breed that has a single photo is learned from. Which photos of a breed are taken is drawn at random, each as likely
/// as the others; the same seed draws the same ones, another seed usually others. The share is above 0 and below 1.
///
/// The results are the places of the photos in `labels`, both in ascending order. Every place is in exactly one of
/// them.
public func splitByBreed(_ labels: [String], share: Double, seed: UInt64) throws -> (train: [Int], valid: [Int]) {
    throw Unanswered("5.3")
}
