// What a WAV file is made of: the chunks, and what the format chunk says about the numbers.

/// The two chunks that matter, where they lie in a file.
struct WaveChunks {
    let format: ArraySlice<UInt8>, sound: ArraySlice<UInt8>

    /// - Throws: `DatasetError` that names the file when it is of another kind, or one of them is missing or cut short.
    init(_ bytes: [UInt8], name: String) throws(DatasetError) {
        guard bytes.count >= 12, bytes[0..<4].elementsEqual("RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8)
        else {
            throw DatasetError(
                name, "expected a WAV file, which begins with RIFF and WAVE", try: "a file in the format WAV")
        }
        var (format, place): (ArraySlice<UInt8>?, Int) = (nil, 12)
        while place + 8 <= bytes.count {
            let start = place + 8
            let length = wholeNumber(bytes[place + 4..<start])
            let left = bytes.count - start
            let isSound = bytes[place..<place + 4].elementsEqual("data".utf8)
            // Who writes while the sound goes on does not know its length, and says the largest there is.
            let isOpen = isSound && length == 0xFFFF_FFFF
            guard length <= left || isOpen else {
                throw DatasetError(
                    name, "a chunk of it promises \(length) bytes, and \(left) are there",
                    try: "fetch the file again: it was cut short")
            }
            let chunk = bytes[start..<start + min(length, left)]
            if isSound {
                guard let format else { throw DatasetError(name, "its sound comes before its format") }
                (self.format, sound) = (format, chunk)
                return
            }
            if bytes[place..<place + 4].elementsEqual("fmt ".utf8) { format = chunk }
            place = start + length + length % 2  // chunks begin at even places
        }
        throw DatasetError(name, "there is no sound in it: a chunk called data is missing")
    }
}

/// How the numbers of a WAV file are written.
struct WaveFormat {
    let channels: Int, rate: Int, sampleSize: Int
    let isFloat: Bool

    /// The bytes of one sample of all channels.
    var blockSize: Int { channels * sampleSize }

    /// - Throws: `DatasetError` that names the file when it is a format that is not read, or contradicts itself.
    init(_ chunk: ArraySlice<UInt8>, name: String) throws(DatasetError) {
        guard chunk.count >= 16 else {
            throw DatasetError(name, "its format takes \(chunk.count) bytes of at least 16")
        }
        func field(_ place: Int, _ count: Int) -> Int {
            wholeNumber(chunk[(chunk.startIndex + place)..<(chunk.startIndex + place + count)])
        }
        // The extended format says further behind which one it is.
        let code = field(0, 2) == 0xFFFE && chunk.count >= 26 ? field(24, 2) : field(0, 2)
        let (block, bits) = (field(12, 2), field(14, 2))
        (channels, rate, isFloat, sampleSize) = (field(2, 2), field(4, 4), code == 3, bits / 8)
        guard code == 1 && [8, 16, 24, 32].contains(bits) || code == 3 && [32, 64].contains(bits) else {
            throw DatasetError(
                name, "its numbers are of a kind that is not read (format \(code), \(bits) bits)",
                try: "a file that is not compressed, of 16 bits")
        }
        guard (1...64).contains(channels), (1...1_000_000).contains(rate), block == blockSize else {
            throw DatasetError(
                name,
                "its format contradicts itself: \(channels) channels of \(bits) bits, \(block) bytes for all of them, "
                    + "\(rate) times a second")
        }
    }

    /// The number that some bytes stand for: whole ones become numbers from -1 to below 1.
    func number(_ bytes: ArraySlice<UInt8>) -> Double {
        var bits: UInt64 = 0
        for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        switch (isFloat, sampleSize) {
        case (true, 4): return Double(Float(bitPattern: UInt32(bits)))
        case (true, _): return Double(bitPattern: bits)
        case (false, 1): return (Double(bits) - 128) / 128  // the only ones without a sign
        case (false, let size):
            let whole = Int64(bitPattern: bits << (64 - 8 * UInt64(size)))
            return Double(whole) / 9_223_372_036_854_775_808
        }
    }
}

/// A whole number of up to four bytes, its small end first.
private func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
