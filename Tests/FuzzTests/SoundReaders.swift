// The reader of sounds.

import Foundation

@testable import Datasets

extension FuzzedReader {
    static let sound = FuzzedReader(
        description: "sound", inputs: sounds, path: "7_ada_0.wav", repaired: repairedWave
    ) { file, folder in
        let sound = try Sound(wav: file)
        if !sound.samples.allSatisfy(\.isFinite) { throw Broken(description: "reads numbers that are none") }
        _ = try SpokenDigits(folder)
    }

    private static let sounds: [[UInt8]] = [
        Array(Sound(samples: (0..<40).map { Float($0) / 40 }, rate: 8000).wav),
        // Two channels of 24 bits, and a chunk that nobody knows, of an odd length.
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVELIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0] + Array("fmt ".utf8)
            + [16, 0, 0, 0, 1, 0, 2, 0, 0x40, 0x1F, 0, 0, 0x80, 0xBB, 0, 0, 6, 0, 24, 0] + Array("data".utf8)
            + [12, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        // Floating-point numbers, written while the sound went on.
        Array("RIFF".utf8) + [255, 255, 255, 255] + Array("WAVEfmt ".utf8)
            + [16, 0, 0, 0, 3, 0, 1, 0, 0x40, 0x1F, 0, 0, 0, 0x7D, 0, 0, 4, 0, 32, 0] + Array("data".utf8)
            + [255, 255, 255, 255, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF],
    ]
}

/// A WAV file whose lengths fit what is there: those of the whole, and of its last chunk.
@Sendable func repairedWave(_ bytes: [UInt8]) -> [UInt8] {
    var (bytes, place) = (bytes, 12)
    func write(_ number: Int, at place: Int) {
        for i in 0..<4 where place + i < bytes.count { bytes[place + i] = UInt8(truncatingIfNeeded: number >> (8 * i)) }
    }
    write(bytes.count - 8, at: 4)
    while place + 8 <= bytes.count {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
        let left = bytes.count - place - 8
        if length > left || bytes[place..<place + 4].elementsEqual("data".utf8) {
            write(left, at: place + 4)
            break
        }
        place += 8 + length + length % 2
    }
    return bytes
}
