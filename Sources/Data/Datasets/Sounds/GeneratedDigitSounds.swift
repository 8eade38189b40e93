// Spoken digits that nobody has spoken: the stand-in for recordings, in the same files.
//
// A voice is a tone with all its overtones, of which the mouth lets some through: those near two frequencies, the
// formants, which make the difference between “ee” and “oh”. A digit goes from one pair of formants to another, and
// some begin or end with a hiss. A speaker has a pitch, a length of the mouth, which moves all formants, and a pace.
//
// Only + - × ÷ lead from the seed to the samples: a wave is a point that is turned by a small angle again and again.

import Common
import Foundation
import Tensors

/// Recordings of made-up speakers.
public struct GeneratedDigitSounds: Sendable {
    public static let speakers = ["ada", "bela", "cleo", "dina", "egon", "fina"]

    /// How often each speaker says each digit.
    public let takes: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such recordings.
    public init(takes: Int = 6, seed: UInt64 = 42) throws(DatasetError) {
        guard (1...1000).contains(takes) else {
            throw DatasetError("generated digits", "\(takes) takes of each", try: "from 1 to 1000 takes")
        }
        (self.takes, self.seed) = (takes, seed)
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            let place = new.appending(path: "recordings")
            try makeFolder(place)
            _ = try onAllThreads(10 * Self.speakers.count * takes) { number in
                let (digit, rest) = (number % 10, number / 10)
                let (speaker, take) = (rest % Self.speakers.count, rest / Self.speakers.count)
                try sound(digit, by: speaker, take: take).wav
                    .write(to: place.appending(path: "\(digit)_\(Self.speakers[speaker])_\(take).wav"))
            }
        }
    }

    /// One recording, 8,000 samples a second.
    public func sound(_ digit: Int, by speaker: Int, take: Int) -> Sound {
        var random = SplitMix64(seed: seed, numbers: [UInt64(digit), UInt64(speaker), UInt64(take)])
        let voice = Voice(number: speaker, seed: seed)
        return Sound(samples: voice.says(SpokenShape.all[digit], using: &random), rate: Voice.rate)
    }
}

/// How a digit sounds: the two formants at its beginning and at its end, in hertz, and how loud it hisses there.
struct SpokenShape {
    let start: SIMD2<Float>, end: SIMD2<Float>
    let hissBefore: Float, hissAfter: Float

    init(_ start: SIMD2<Float>, _ end: SIMD2<Float>, before: Float = 0, after: Float = 0) {
        (self.start, self.end, hissBefore, hissAfter) = (start, end, before, after)
    }

    /// Zero, one, two, and so on.
    static let all = [
        SpokenShape([300, 2200], [450, 850], before: 0.3), SpokenShape([320, 720], [720, 1250]),
        SpokenShape([310, 1700], [300, 850], before: 0.8), SpokenShape([430, 1200], [290, 2350], before: 0.25),
        SpokenShape([620, 1000], [430, 800], before: 0.2),
        SpokenShape([800, 1250], [380, 2050], before: 0.2, after: 0.1),
        SpokenShape([400, 2000], [410, 1850], before: 0.9, after: 0.9),
        SpokenShape([560, 1800], [480, 1300], before: 0.9), SpokenShape([520, 1950], [300, 2300], after: 0.6),
        SpokenShape([780, 1300], [360, 2100]),
    ]
}

/// Whoever speaks.
private struct Voice {
    static let rate = 8000

    /// In hertz.
    let pitch: Float
    /// Factors of the formants, and of the length of words.
    let mouth: Float, pace: Float

    init(number: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed, numbers: [99, UInt64(number)])
        pitch = 95 + 25 * Float(number % 6) + random.between(-6, 6)
        mouth = 0.85 + 0.06 * Float(number % 6) + random.between(-0.01, 0.01)
        pace = random.between(0.85, 1.2)
    }

    func says(_ shape: SpokenShape, using random: inout SplitMix64) -> [Float] {
        let voiced = Int(Float(Self.rate) * pace * random.between(0.24, 0.34))
        var samples = hiss(shape.hissBefore, using: &random)
        let base = pitch * random.between(0.93, 1.07)
        let detune = random.between(0.96, 1.04)
        samples += sung(shape, voiced, base, mouth * detune, using: &random)
        samples += hiss(shape.hissAfter, using: &random)
        // The microphone's own noise, and how near it was.
        let near = random.between(0.5, 0.9) / max(samples.map { abs($0) }.max() ?? 1, 1e-6)
        return samples.map { near * $0 + 0.004 * random.bell() }
    }

    /// All overtones of the tone, as loud as the formants let them through, which move from start to end.
    private func sung(
        _ shape: SpokenShape, _ count: Int, _ base: Float, _ mouth: Float, using random: inout SplitMix64
    ) -> [Float] {
        var sum = [Float](repeating: 0, count: count)
        var overtone = 1
        while Float(overtone) * base < 3800 {
            let frequency = Float(overtone) * base
            let step = Turn(tangentOfHalf: tangent(3.141_592_7 * frequency / Float(Self.rate)))
            var point: SIMD2<Float> = Turn(tangentOfHalf: random.even())([1, 0])
            for sample in 0..<count {
                let time = Float(sample) / Float(count)
                let formants = mouth * (shape.start + (shape.end - shape.start) * time)
                let swell = 4 * time * (1 - time)
                sum[sample] +=
                    point.y * swell * (passed(frequency, formants.x, 70) + 0.6 * passed(frequency, formants.y, 110))
                point = step(point)
            }
            overtone += 1
        }
        return sum
    }

    /// How much of a frequency a formant lets through.
    private func passed(_ frequency: Float, _ formant: Float, _ width: Float) -> Float {
        let distance = (frequency - formant) / width
        return 1 / (1 + distance * distance)
    }

    /// Differences of random numbers: noise without low tones.
    private func hiss(_ loudness: Float, using random: inout SplitMix64) -> [Float] {
        guard loudness > 0 else { return [] }
        let count = Int(Float(Self.rate) * pace * random.between(0.06, 0.11))
        var before: Float = 0
        return (0..<count).map { sample in
            let time = Float(sample) / Float(count)
            let now = random.bell()
            defer { before = now }
            return 0.5 * loudness * (now - before) * 4 * time * (1 - time)
        }
    }

    /// The tangent of an angle below a right one, by its continued fraction.
    private func tangent(_ x: Float) -> Float {
        let square = x * x
        return x / (1 - square / (3 - square / (5 - square / (7 - square / (9 - square / 11)))))
    }
}
