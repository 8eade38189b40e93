// # A sound as a picture
//
// Section 1.7 · After this page you can turn a sound into a picture on which one can see what was said.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// An image recognizer recognizes images. That sounds like a limit, but many things can be drawn. If a person could tell
// them apart on a drawing, a net can probably learn it; and then everything that you know about photos is of use for
// sounds, for measurements, for movements of a mouse. The next pages try four of them.
//
// The first is sound. What a microphone gives is a long row of numbers, thousands of them a second. Nobody can read a
// word in this:

extension FirstModels {
    /// All recordings of digits.
    var recordings: [SpokenDigit] { get throws { try data.sounds.contents.recordings } }

    func aWave() throws {
        // #hide
        if let unreadable = try data.sounds.contents.problems.first {
            show(
                "\(try data.sounds.contents.problems.count), first: \(unreadable)",
                "recordings passed over, because they could not be read")
        }
        let spoken = try recordings.first { $0.digit == 6 } ?? recordings[0]
        let samples = spoken.sound.samples
        show(
            Chart(
                "“\(digitWords[spoken.digit])”, said by \(spoken.speaker)", x: "seconds", y: "the microphone's number"
            ) {
                Line(samples.indices.map { Double($0) / Double(spoken.sound.rate) }, samples)
            }, "A recording as it comes, on \(data.sounds.name)")
        show(
            "\(samples.count) numbers, \(spoken.sound.rate) a second", "its length",
            predict: .number(
                "It lasts \(spoken.sound.seconds.formatted(.number.precision(.fractionLength(2)))) seconds, with \(spoken.sound.rate) numbers a second. How many numbers are that, about?",
                Double(samples.count)))
    }
}

// The ear does not count numbers, it hears tones. So ask, for a short moment: how much of each tone is in it? Take a
// wave of that tone, multiply it by the sound, number by number, and add up. Where the sound swings along with the
// wave, all products are above zero and the sum is large. Where it swings otherwise, they cancel. (The sound may
// swing a quarter of a wave earlier or later. So there are two waves for each tone, a cosine and a sine, and the
// squares of both sums are added.) That is the Fourier transform. For many moments and many tones at once it is rows
// times columns, added up, as in section 1.3: once with a table of cosines, once with one of sines. And what comes out,
// moment by moment, is a *spectrogram*:

/// How much of each tone there is at each moment: samples → [tones, moments]. The lowest tone comes first; tone k
/// swings k times in a window.
///
/// The sound is cut into windows that overlap. Each is faded in and out (Hann's window): otherwise its edges would
/// sound like clicks, which have all tones.
/// - Parameters:
///   - window: how many samples are looked at together.
///   - step: from the beginning of one window to that of the next.
public func spectrogram(_ samples: [Float], window: Int = 256, step: Int = 64) -> Tensor {
    let sound = Tensor(samples + Array(repeating: 0, count: max(0, window - samples.count)))
    let starts = stride(from: 0, through: sound.count - window, by: step)
    let times = Tensor((0..<window).map { Float($0) }), tones = Tensor((0..<window / 2).map { Float($0) })
    let fade = 0.5 - 0.5 * (times * (2 * Float.pi / Float(window))).cos()
    let windows = Tensor.stack(starts.map { sound[$0..<$0 + window] }) * fade
    // Of how often each wave has swung so far, only the last, unfinished swing matters.
    let swings = times.reshaped(window, 1) * tones / Float(window)
    let angles = (swings - swings.floor()) * (2 * Float.pi)
    let (cosines, sines) = (windows.matmul(angles.cos()), windows.matmul(angles.sin()))
    return (cosines * cosines + sines * sines).transposed()
}

// The numbers differ by factors of millions, and the ear hears factors: twice as much is a step, no matter from
// where. So the picture shows logarithms, the loudest in the brightest colour, and black for all that is a millionth
// of it or less. High tones are at the top, time goes to the right:

/// A spectrogram as a picture.
func picture(ofSpectrogram power: Tensor) -> Raster {
    let loudest = max(power.max().item, 1e-20)
    let decades = 1 + (power / loudest).maximum(1e-6).log() / (6 * logf(10))
    return Raster(decades.flipped(0), colours: .magma)
}

extension FirstModels {
    func aPureTone() {
        // A test with something that is known: a tone of 1,000 swings a second, 8,000 numbers a second. A window of
        // 256 numbers has room for 32 of these swings, so all of it should be in row 32:
        let tone = (0..<2048).map { Float(sin(2 * Double.pi * 1000 * Double($0) / 8000)) }
        let middle = spectrogram(tone)[0..., 5]
        record(
            "spectrogram/row-of-1000-hertz", middle.argmax(axis: 0).item,
            ask: "A window of 256 numbers at 8,000 a second: how often does a tone of 1,000 hertz swing in it?")
    }

    func spokenPictures() throws {
        let recordings = try recordings
        let two = (0..<10).flatMap { digit in recordings.filter { $0.digit == digit }.shuffled(by: 7).prefix(2) }
        show(
            ImageGrid(
                two.map { picture(ofSpectrogram: spectrogram($0.sound.samples)).resized(width: 128, height: 128) },
                titles: two.map { "\(digitWords[$0.digit]), \($0.speaker)" }, columns: 4, cellSize: 140),
            "Two recordings of each digit: low tones below, time to the right, on \(data.sounds.name)")

        // Look for a while. Hisses, as in “six” and “seven”, are bright at the top. Vowels have stripes, the
        // overtones of the voice, which are strong in two or three bands; and from word to word the bands lie
        // elsewhere and move otherwise. If you can see that, the net can.
    }
}

// MARK: Helpers

let digitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

extension Array {
    /// The same elements in an order that a seed decides.
    func shuffled(by seed: UInt64) -> [Element] {
        var random = SplitMix64(seed: seed)
        return shuffled(using: &random)
    }
}
