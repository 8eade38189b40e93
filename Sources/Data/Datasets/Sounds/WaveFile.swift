// # Sounds
//
//     let sound = try Sound(wav: URL(filePath: "7_theo_3.wav"))
//     sound.samples.count, sound.rate, sound.seconds
//
// A sound is a list of numbers: how far the membrane of the microphone was pushed, thousands of times a second. The WAV
// format writes that down in chunks, each with four letters for a name, and its length:
//
//     RIFF length WAVE            the frame around all
//     fmt  16     …               channels, samples per second, bytes of a sample
//     data length …               the samples, those of several channels in turn
//
// (Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft, 1991.) Numbers have their small end
// first. What a header says is believed only as far as the bytes are there.

import Common
import Foundation

/// A sound with one channel.
public struct Sound: Sendable, Equatable {
    /// Usually from -1 to 1.
    public let samples: [Float]
    /// How many there are of them in a second.
    public let rate: Int

    /// - Precondition: there is at least one sample, and at least one of them in a second.
    public init(samples: [Float], rate: Int) {
        precondition(!samples.isEmpty && rate > 0, "a sound has samples, and a rate above 0")
        (self.samples, self.rate) = (samples, rate)
    }

    public var seconds: Double { Double(samples.count) / Double(rate) }
}

extension Sound {
    /// Files that are larger are refused: they hold more than an hour of what this is for.
    static let mostBytes = 100 << 20

    /// Reads a WAV file: whole numbers of 8, 16, 24 or 32 bits, or floating-point numbers of 32 or 64 bits. Several
    /// channels become their mean.
    /// - Throws: `DatasetError` that names the file when it is missing, of another kind, compressed, cut short, or too
    ///   large.
    public init(wav file: URL) throws {
        let (descriptor, length) = try openToRead(file.path) { DatasetError(file.path, $0) }
        defer { close(descriptor) }
        guard length <= Self.mostBytes else {
            throw DatasetError(file.path, "it has \(length) bytes; sounds of up to \(Self.mostBytes) bytes are read")
        }
        var bytes = [UInt8](repeating: 0, count: length)
        try bytes.withUnsafeMutableBytes { buffer in
            try readBytes(into: buffer, from: descriptor, at: 0) { DatasetError(file.path, $0) }
        }
        try self.init(wav: bytes, name: file.path)
    }

    /// The same from the bytes of a file.
    init(wav bytes: [UInt8], name: String) throws(DatasetError) {
        let chunks = try WaveChunks(bytes, name: name)
        let format = try WaveFormat(chunks.format, name: name)
        let count = chunks.sound.count / format.blockSize
        guard count > 0 else { throw DatasetError(name, "there is no sound in it") }
        var samples: [Float] = []
        samples.reserveCapacity(count)
        for block in 0..<count {
            var sum = 0.0
            for channel in 0..<format.channels {
                let place = chunks.sound.startIndex + block * format.blockSize + channel * format.sampleSize
                sum += format.number(chunks.sound[place..<place + format.sampleSize])
            }
            let mean = Float(sum / Double(format.channels))
            guard mean.isFinite, abs(mean) < 1e6 else {
                throw DatasetError(name, "its sample \(block) is \(mean), which is no sound")
            }
            samples.append(mean)
        }
        self.init(samples: samples, rate: format.rate)
    }
}

extension Sound {
    /// A WAV file of 16 bits. What is beyond -1 and 1 is cut off.
    public var wav: Data {
        var bytes: [UInt8] = []
        func add(_ number: Int, _ count: Int) {
            for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
        bytes += "RIFF".utf8
        add(36 + 2 * samples.count, 4)
        bytes += "WAVEfmt ".utf8
        for (number, count) in [(16, 4), (1, 2), (1, 2), (rate, 4), (2 * rate, 4), (2, 2), (16, 2)] {
            add(number, count)
        }
        bytes += "data".utf8
        add(2 * samples.count, 4)
        for sample in samples { add(Int((max(-1, min(1, sample)) * 32767).rounded()), 2) }
        return Data(bytes)
    }
}
