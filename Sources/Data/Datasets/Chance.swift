// Chance for the generators: what it gives is the same on every machine, to the last bit.
//
// So only + - × ÷ and √ may be used on the way from a random number to a picture. These are exact everywhere; a
// logarithm or a sine is not, its last bit differs between machines.

import Tensors

extension SplitMix64 {
    /// The stream of one picture. The generator is its own hash function: each number goes through it once.
    init(seed: UInt64, numbers: [UInt64]) {
        var mixed = seed
        for number in numbers {
            var mixer = SplitMix64(seed: mixed)
            mixed = mixer.next() ^ number
        }
        var mixer = SplitMix64(seed: mixed)
        self.init(seed: mixer.next())
    }

    /// Even chances in 0..<1, from the upper 24 bits: exactly what a Float holds.
    mutating func even() -> Float { Float(next() >> 40) / 16_777_216 }

    /// Even chances between two numbers.
    mutating func between(_ low: Float, _ high: Float) -> Float { low + (high - low) * even() }

    /// A bell-shaped value, mean 0, standard deviation 1, never beyond ±3.5: the sum of four even ones.
    mutating func bell() -> Float {
        var sum: Float = 0
        for _ in 0..<4 { sum += even() }
        return (sum - 2) * 1.732_050_8
    }

    /// True with this probability.
    mutating func happens(_ probability: Float) -> Bool { even() < probability }

    /// One of some choices, each as likely as the others.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int(next() % UInt64(choices.count))] }

    /// A whole number of a range, each as likely as the others.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}
