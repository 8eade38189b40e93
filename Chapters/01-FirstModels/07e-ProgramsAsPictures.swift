// # A program as a picture
//
// Section 1.7 · After this page you can turn any file into a picture, and know a rule of thumb for what a net can
// learn.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The last one is the simplest. A file is a row of bytes, a byte is eight bits, and eight bits are a number from 0 to
// 255: a brightness. Put the bytes in rows of some width, and there is a picture. M. Kalash and others have done that
// with malware (“Malware Classification with Deep Convolutional Neural Networks”, 2018). Programs of a family share
// much of their code, however they are disguised; so their pictures have the same texture, and a net told families
// apart better than the methods before it.

/// The bytes of a file as a grey picture, row by row. The last row is filled up with black.
func picture(ofBytes bytes: [UInt8], width: Int = 64) -> Raster {
    let height = max(1, (bytes.count + width - 1) / width)
    let filled = bytes + Array(repeating: 0, count: width * height - bytes.count)
    return Raster(width: width, height: height, pixels: filled)
}

extension FirstModels {
    func eightBitsEach() {
        // These are the first four bytes of a program for Linux, on their way to pixels:
        let bytes: [UInt8] = [0b0111_1111, 0b0100_0101, 0b0100_1100, 0b0100_0110]
        var table = TextTable(["bits", "number", "as a letter"])
        for byte in bytes {
            let bits = String(byte, radix: 2)
            table.add(
                String(repeating: "0", count: 8 - bits.count) + bits, Int(byte),
                byte < 32 || byte > 126 ? "" : String(UnicodeScalar(byte)))
        }
        show(
            table, "How programs for Linux begin",
            predict: .count("The bits 01000101 are 64 + 4 + 1. Which brightness does this byte become?", 69))
    }
}

// Nobody should keep malware for a book, so these programs do nothing. They have what programs have: a short head,
// code, a table of numbers, some text, zeros as filling (`madeUpProgram`). A family has its own short pieces of code,
// which come again and again in any order, and its own habits of how much there is of what. No two files of a family
// are the same.

/// The bytes of a program of one of four families.
func madeUpProgram(_ family: Int, using random: inout SplitMix64) -> [UInt8] {
    // The pieces are the same for all of a family.
    var habits = SplitMix64(seed: 77 &+ UInt64(family))
    let pieces = (0..<6).map { _ in
        (0..<Int.random(in: 3...9, using: &habits)).map { _ in UInt8.random(in: 0...255, using: &habits) }
    }
    func some(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let shares: [(code: Int, numbers: Int, text: Int)] = [(40, 4, 3), (32, 4, 12), (36, 12, 3), (24, 14, 10)]
    let share = shares[family]
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46] + (0..<60).map { _ in UInt8(some(0...3)) }
    let codeEnd = bytes.count + 64 * (share.code + some(-5...5))
    while bytes.count < codeEnd {
        // A piece, and now and then an address that is different everywhere.
        bytes += pieces[some(0...5)]
        if some(0...3) == 0 { bytes += (0..<4).map { _ in UInt8(some(0...255)) } }
    }
    let table = UInt8(some(0...40))
    bytes += (0..<64 * (share.numbers + some(-2...2)) / 4).flatMap { row in
        [UInt8(some(0...255)), UInt8(truncatingIfNeeded: row), table, 0]
    }
    let letters = Array("etaoin shrdlu".utf8)
    bytes += (0..<64 * (share.text + some(-1...1))).map { _ in letters[some(0...letters.count - 1)] }
    return bytes + Array(repeating: 0, count: 64 * some(1...6))
}

extension FirstModels {
    func fourFamilies() throws {
        var random = run.random
        let count = run.size(quick: 24, usual: 120)
        let pictures = (0..<count).map { number in
            DrawnPicture(
                photo: Photo(picture(ofBytes: madeUpProgram(number % 4, using: &random))),
                label: "family \(number % 4 + 1)")
        }
        show(
            ImageGrid(
                examples(pictures, each: 2).map(\.photo.raster), titles: examples(pictures, each: 2).map(\.label),
                columns: 4, cellSize: 150), "Two programs of each family, a byte a pixel")
        let accuracies = try drawnAccuracies(
            pictures, seeds: run.size(quick: 1, usual: 3, full: 5), epochs: run.size(quick: 1, usual: 7, full: 12)
        ) { .random(share: 0.5, seed: $0) }
        record("programs/guessing", 0.25)
        record("programs/accuracy-after-\(count / 2)-programs", over: accuracies)
    }

    func ruleOfThumb() {
        // Four kinds of data that are no photos, four ways to draw them, and one program that learns all of them.
        // Nothing of it was made for sounds or for programs, and still each would have been somebody's life's work
        // before. So before you look for a special method, ask whether your data can be drawn such that *you* see the
        // difference. If you can see it, a net will probably learn it. Choosing the picture is where you put in what
        // you know: which things should be neighbours, what should be bright, what does not matter.
        let all = ["sounds/accuracy", "series/accuracy", "mouse/accuracy-after", "programs/accuracy"]
        let names = ["spoken digits", "oils", "tracks of a mouse", "programs"]
        var table = TextTable(["data", "drawn as", "guessing", "the net"], decimals: 3)
        let drawn = ["spectrogram", "Gramian field", "coloured path", "bytes in rows"]
        for (place, start) in all.enumerated() {
            let found = run.records.first { $0.name.hasPrefix(start) }
            table.add(names[place], drawn[place], [0.1, 0.25, 0.5, 0.25][place], found?.measured)
        }
        show(table, "The same learner, four times: accuracy")
    }
}
