// Exercise 1.10 · The loudest tone
// Section 1.7: Chapters/01-FirstModels/07-SoundsAsPictures.swift

import Practice

/// The frequency of the loudest tone of a sound, in hertz.
///
/// Compare all of the sound, as one window and without fading, with waves that swing k times in it: k = 1, 2, … up
/// to, but not including, half the number of samples. How much there is of a wave is the square of the sum of
/// products with its cosine, plus the square of the sum of products with its sine. Of waves that are equally strong,
/// to a relative difference of a millionth, the slowest counts. Return the frequency of the strongest: how often it
/// swings in a second. `rate` is the number of samples in a second, above 0.
///
/// nil if the sound has fewer than 4 samples, or nothing of any such wave: silence, or the same number again and
/// again. (Take less than 1e-9 for nothing.)
///
/// 8 samples 0, 1, 0, -1, 0, 1, 0, -1 at 8,000 a second → 2000: the wave swings twice in a thousandth of a second.
public func loudestTone(_ samples: [Double], rate: Int) throws -> Double? {
    throw Unanswered("1.10")
}
