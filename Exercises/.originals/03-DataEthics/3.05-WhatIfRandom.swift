// Exercise 3.5 · What if it were random?
// Section 3.3, question 3.7, further research 2: Chapters/03-DataEthics/03e-OnlyWatchTime.swift

import Practice

/// Further research (recommenders): the mean of what people would have watched if each video had been recommended
/// equally often, from the log of a recommender that had favourites. The log has a video (0 ..< videos) for each entry;
/// two further lists have the probability with which it was recommended to this person, and the minutes. As in exercise
/// 3.4, an entry stands for 1/probability cases. Since all videos together have the probability 1, the mean is Σ
/// minutes / probability, divided by the number of videos and by the number of entries.
///
/// nil if the log is empty, or if a video was never recommended at all: nothing is known about it.
///
/// Log [0, 0, 1], probabilities [0.9, 0.9, 0.1], minutes [10, 10, 4], 2 videos → (11.111 + 11.111 + 40) / 2 / 3 =
/// 10.370
public func meanIfRandom(_ log: [Int], probabilities: [Double], minutes: [Double], videos: Int) throws -> Double? {
    throw Unanswered("3.5")
}
