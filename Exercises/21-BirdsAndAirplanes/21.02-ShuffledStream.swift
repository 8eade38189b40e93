// Exercise 21.2 · To shuffle a stream
// Section 21.2: Chapters/21-BirdsAndAirplanes/02b-Streams.swift

import Practice
import Tensors

/// The items of a stream in another order, as far as that can be had without waiting for its end.
///
/// There is a buffer for `buffer` items, at least 1. Before the first item is given, it is filled from the stream. To
/// give an item, one place of the buffer is drawn, each as likely as the others; its item is given, and the next one of
/// the stream takes the place at once or when the next item is asked for. When the stream has ended, what is left in
/// the buffer is given in random order. So every item comes once, no more than `buffer` items are kept, and a stream
/// without an end works, too. (To fill the buffer, give all of it in random order, and only then fill it anew is
/// something else, and mixes less well.)
///
/// The stream may be short, shorter than the buffer, or empty. All randomness comes from a `SplitMix64` with the seed.
/// Nothing is read from the stream before the first item is asked for, and never more than is needed to keep the buffer
/// full.
public func shuffledStream(_ stream: AnyIterator<Int>, buffer: Int, seed: UInt64) throws -> AnyIterator<Int> {
    throw Unanswered("21.2")
}
