// Exercise 15.12 · Partners without chance
// Section 15.3: Chapters/15-Architectures/03-TwoPhotos.swift

import Practice

/// A partner for each photo, without any chance, so that everybody gets the same pairs.
///
/// `classes` are the classes of all photos, `isValid` says which of them are validation photos. The photos of either
/// set are counted by themselves, in their order, from 0. A photo with an even number gets the next photo of its *own*
/// class, one with an odd number the next photo of *another* class. Only photos of the same set count. "Next" goes on
/// from the photo to the end of its set, and then from its beginning. A photo is never its own partner.
///
/// Where there is no partner of the kind that is wanted, it is the next photo of the other kind; where there is none at
/// all, nil.
///
/// The result has the place of each photo's partner among all photos.
///
/// Example: classes [5, 5, 7, 5], no validation photo → [1, 2, 3, 2]. Photo 2 is alone in its class, so it gets
/// another.
public func partners(_ classes: [Int], isValid: [Bool]) throws -> [Int?] {
    throw Unanswered("15.12")
}
