import Foundation
import Testing

@testable import Datasets

/// The bytes of a WAV file, chunk by chunk.
enum WaveBytes {
    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func chunk(_ name: String, _ bytes: [UInt8], length: Int? = nil) -> [UInt8] {
        Array(name.utf8) + little(length ?? bytes.count, 4) + bytes + (bytes.count % 2 == 1 ? [0] : [])
    }

    static func format(_ code: Int = 1, channels: Int = 1, rate: Int = 8000, bits: Int = 16) -> [UInt8] {
        let block = channels * bits / 8
        return chunk(
            "fmt ",
            little(code, 2) + little(channels, 2) + little(rate, 4) + little(rate * block, 4) + little(block, 2)
                + little(bits, 2))
    }

    static func file(_ chunks: [UInt8]...) -> [UInt8] {
        let all = chunks.flatMap(\.self)
        return Array("RIFF".utf8) + little(4 + all.count, 4) + Array("WAVE".utf8) + all
    }
}

@Suite struct `Reading WAV files` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func sound(_ bytes: [UInt8]) throws -> Sound { try Sound(wav: bytes, name: "a.wav") }

    @Test func `whole numbers of all widths become numbers from -1 to below 1`() throws {
        let values: [(bits: Int, bytes: [UInt8])] = [
            (8, [0, 128, 192]), (16, [0, 0x80, 0, 0, 0, 0x40]), (24, [0, 0, 0x80, 0, 0, 0, 0, 0, 0x40]),
            (32, [0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x40]),
        ]
        for (bits, bytes) in values {
            let read = try sound(WaveBytes.file(WaveBytes.format(bits: bits), WaveBytes.chunk("data", bytes)))
            #expect(read.samples == [-1, 0, 0.5], "\(bits) bits")
            #expect(read.rate == 8000)
        }
    }

    @Test func `floating-point numbers are taken as they are`() throws {
        let single = [0.25, -2].flatMap { WaveBytes.little(Int(Float($0).bitPattern), 4) }
        let double = [0.25, -2].flatMap { WaveBytes.little(Int(bitPattern: UInt(Double($0).bitPattern)), 8) }
        for (bits, bytes) in [(32, single), (64, double)] {
            let read = try sound(WaveBytes.file(WaveBytes.format(3, bits: bits), WaveBytes.chunk("data", bytes)))
            #expect(read.samples == [0.25, -2])
        }
    }

    @Test func `two channels become their mean, other chunks are passed over`() throws {
        let bytes = WaveBytes.file(
            WaveBytes.chunk("LIST", [1, 2, 3]), WaveBytes.format(channels: 2), WaveBytes.chunk("junk", []),
            WaveBytes.chunk("data", [0, 0x40, 0, 0, 0, 0x80, 0, 0x40]), WaveBytes.chunk("tail", [9]))
        #expect(try sound(bytes).samples == [0.25, -0.25])
    }

    @Test func `a length that says until the end is believed, any other that is too large is not`() throws {
        let whole = WaveBytes.chunk("data", [0, 0x40], length: 0xFFFF_FFFF)
        #expect(try sound(WaveBytes.file(WaveBytes.format(), whole)).samples == [0.5])
        let cut = WaveBytes.chunk("data", [0, 0x40], length: 4)
        #expect(try problem(WaveBytes.file(WaveBytes.format(), cut)).contains("promises 4 bytes, and 2 are there"))
    }

    private func problem(_ bytes: [UInt8]) throws -> String {
        let error = #expect(throws: DatasetError.self) { try sound(bytes) }
        #expect(error?.file == "a.wav")
        return try #require(error).problem
    }

    @Test func `what is no sound is an error that says why`() throws {
        let data = WaveBytes.chunk("data", [0, 0])
        #expect(try problem([]).contains("begins with RIFF and WAVE"))
        #expect(try problem(WaveBytes.file(WaveBytes.format())).contains("data is missing"))
        #expect(try problem(WaveBytes.file(data)).contains("before its format"))
        #expect(try problem(WaveBytes.file(WaveBytes.format(), WaveBytes.chunk("data", []))).contains("no sound"))
        #expect(try problem(WaveBytes.file(WaveBytes.format(6), data)).contains("format 6, 16 bits"))
        #expect(try problem(WaveBytes.file(WaveBytes.format(bits: 12), data)).contains("12 bits"))
        #expect(try problem(WaveBytes.file(WaveBytes.format(channels: 0), data)).contains("contradicts itself"))
        #expect(try problem(WaveBytes.file(WaveBytes.format(rate: 0), data)).contains("contradicts itself"))
        #expect(try problem(WaveBytes.file(WaveBytes.chunk("fmt ", [1, 0]), data)).contains("2 bytes of at least 16"))
        let noNumber = WaveBytes.chunk("data", WaveBytes.little(Int(Float.nan.bitPattern), 4))
        #expect(try problem(WaveBytes.file(WaveBytes.format(3, bits: 32), noNumber)).contains("which is no sound"))
    }

    @Test func `what was written is read again, with the rounding of 16 bits`() throws {
        let samples = (0..<1000).map { sinf(Float($0) / 7) * 1.2 }
        let file = try scratch.write("a.wav", Array(Sound(samples: samples, rate: 11_025).wav))
        let read = try Sound(wav: file)
        #expect(read.rate == 11_025 && read.samples.count == 1000)
        for (a, b) in zip(read.samples, samples) { #expect(abs(a - max(-1, min(1, b))) < 1e-4) }
    }

    @Test func `a file that is missing, or a folder, is an error that names it`() throws {
        for place in [scratch["none.wav"], scratch.url] {
            let error = #expect(throws: DatasetError.self) { try Sound(wav: place) }
            #expect(error?.file == place.path)
        }
    }
}

@Suite struct `Spoken digits` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test func `generated recordings are read back, and are the same every time`() throws {
        let folder = scratch["digits"]
        let generated = try GeneratedDigitSounds(takes: 1, seed: 3)
        try generated.write(to: folder)
        let read = try SpokenDigits(folder)
        #expect(read.recordings.count == 60 && read.problems.isEmpty)
        #expect(read.speakers == GeneratedDigitSounds.speakers)
        #expect(Set(read.recordings.map(\.digit)) == Set(0...9))
        #expect(
            generated.sound(7, by: 2, take: 0) == (try GeneratedDigitSounds(takes: 9, seed: 3)).sound(7, by: 2, take: 0)
        )
        #expect(generated.sound(7, by: 2, take: 0) != generated.sound(7, by: 2, take: 1))
        for one in read.recordings {
            #expect((0.15...0.8).contains(one.sound.seconds) && one.sound.rate == 8000)
            #expect(one.sound.samples.allSatisfy { abs($0) < 1 })
        }
    }

    @Test func `a file that cannot be read, or whose name says nothing, is passed over`() throws {
        let folder = scratch["digits"]
        try GeneratedDigitSounds(takes: 1, seed: 3).write(to: folder)
        let place = folder.appending(path: "recordings")
        try Data([1, 2, 3]).write(to: place.appending(path: "1_ada_9.wav"))
        try Data(contentsOf: place.appending(path: "1_ada_0.wav")).write(to: place.appending(path: "hello.wav"))
        try Data().write(to: place.appending(path: "readme.txt"))
        let read = try SpokenDigits(folder)
        #expect(read.recordings.count == 60 && read.problems.count == 2)
        #expect(read.problems[0].file.hasSuffix("1_ada_9.wav") && read.problems[1].file.hasSuffix("hello.wav"))
    }

    @Test func `a folder without recordings is an error that names it`() throws {
        try FileManager.default.createDirectory(at: scratch["empty"], withIntermediateDirectories: true)
        for name in ["empty", "none"] {
            let error = #expect(throws: DatasetError.self) { try SpokenDigits(scratch[name]) }
            #expect(error?.file == scratch[name].path)
        }
    }

    @Test func `a count that makes no sense is an error`() {
        #expect(throws: DatasetError.self) { try GeneratedDigitSounds(takes: 0) }
    }
}
