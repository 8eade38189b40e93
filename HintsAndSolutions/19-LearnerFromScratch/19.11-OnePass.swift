// Nudge: Keep what you would have if the numbers ended now. What has to be done with it when a larger number comes?
// Idea: Keep the largest number so far, a, and the sum of eˣ⁻ᵃ. When a larger number b comes, every term of the sum
//   has to be multiplied by eᵃ⁻ᵇ, and so can the sum as a whole.
// Almost: Begin with a = -∞ and a sum of 0. A number of -∞ adds nothing: leave it out, so that -∞ − -∞ never occurs.
//   At the end, the result is a + ln of the sum, and the logarithm of 0 is -∞.

import Foundation

public func logSumExp(of numbers: AnyIterator<Float>) throws -> Float {
    var (largest, sum) = (-Float.infinity, 0 as Float)
    for x in numbers where x > -.infinity {
        if x > largest { (largest, sum) = (x, sum * exp(largest - x)) }
        sum += exp(x - largest)
    }
    return sum == 0 ? -.infinity : largest + log(sum)
}
