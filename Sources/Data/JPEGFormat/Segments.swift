// Going from marker to marker.

/// The segments of a JPEG file, one after the other. What is between them (compressed pixels, filling) is passed over.
struct Segments {
    struct Segment {
        /// Which kind: the byte after 0xFF.
        let marker: UInt8
        /// What the segment holds, without its length.
        let data: UnsafeRawBufferPointer
        /// The place after it.
        let end: Int
    }

    private let bytes: UnsafeRawBufferPointer
    private var place: Int

    init(_ bytes: UnsafeRawBufferPointer, from place: Int) { (self.bytes, self.place) = (bytes, place) }

    /// The next segment; nil when the file ends.
    /// - Throws: `JPEGProblem` when the file ends within the segment, or its length is impossible.
    mutating func next() throws -> Segment? {
        while let marker = nextMarker() {
            switch marker {
            // Within the pixels: a 0xFF that means itself, and markers to recover at. They have no length.
            case 0x00, 0x01, 0xD0...0xD8: continue
            case 0xD9:
                return Segment(marker: marker, data: UnsafeRawBufferPointer(rebasing: bytes[place..<place]), end: place)
            default:
                guard place + 2 <= bytes.count else { throw JPEGProblem.endsEarly(bytes.count) }
                let length = bigEndian(bytes, place)
                guard length >= 2 else { throw JPEGProblem.damaged("a segment has a length of \(length)") }
                guard place + length <= bytes.count else { throw JPEGProblem.endsEarly(bytes.count) }
                let data = UnsafeRawBufferPointer(rebasing: bytes[place + 2..<place + length])
                place += length
                return Segment(marker: marker, data: data, end: place)
            }
        }
        return nil
    }

    /// The byte after the next 0xFF that is followed by another byte; the place is behind it.
    private mutating func nextMarker() -> UInt8? {
        while place + 1 < bytes.count {
            guard bytes[place] == 0xFF else { place += 1; continue }
            while place < bytes.count, bytes[place] == 0xFF { place += 1 }
            guard place < bytes.count else { return nil }
            place += 1
            return bytes[place - 1]
        }
        return nil
    }
}

/// Two bytes, big end first.
func bigEndian(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
