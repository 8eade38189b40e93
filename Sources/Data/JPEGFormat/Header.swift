// What a JPEG file says before its pixels, and how much of it to believe.
//
// A JPEG file is a row of segments: 0xFF, a byte that says which kind (the marker), a length of two bytes, big end
// first, and that many bytes less two. SOI begins the file; SOF, the frame, has the size; APP1 may have what a camera
// noted (EXIF), APP14 what Adobe's programs say about the colours. The segment SOS begins a scan: what follows it is
// compressed pixels up to the next marker. A picture has one scan, or several that make it sharper and sharper
// (progressive). EOI ends it.
//
// A header of a few bytes may claim any size; memory is taken only for what the rest of the file can hold.

import Kernels

/// What goes wrong with the bytes of one image. The caller adds the file's name.
package struct JPEGProblem: Error, Equatable {
    package var text: String

    package init(text: String) { self.text = text }

    static func damaged(_ how: String) -> JPEGProblem { JPEGProblem(text: "the JPEG image is damaged (\(how))") }

    static func endsEarly(_ bytes: Int) -> JPEGProblem {
        JPEGProblem(text: "the JPEG image ends early: its \(bytes) bytes stop before its end marker")
    }
}

/// What the segments before the pixels say.
package struct JPEGHeader: Equatable, Sendable {
    /// Height and width as stored, before the picture is turned upright.
    package private(set) var storedSize = Size2D(0)
    /// 1 grey, 3 colour, 4 the inks of a printer.
    package private(set) var components = 0
    /// How the picture has to be turned.
    package private(set) var orientation = Orientation.upright
    /// Whether Adobe's segment is there: then inks are stored as what they leave of the light.
    private(set) var hasInvertedInks = false
    private(set) var isProgressive = false, isArithmetic = false
    /// The squares of 8 × 8 numbers that all components have.
    private var blocks = 0
    /// Where the first scan begins, and whether others may follow.
    private(set) var firstScan = 0, hasMoreScans = false

    /// Height and width of the picture when it is upright.
    package var size: Size2D {
        orientation.swapsAxes ? Size2D(storedSize.width, storedSize.height) : storedSize
    }

    /// Whether a file begins like a JPEG.
    package static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

    /// - Throws: `JPEGProblem` when the bytes are not a JPEG file, end before the pixels, or have no usable size.
    package init(_ bytes: UnsafeRawBufferPointer) throws {
        guard Self.begins(bytes) else {
            throw JPEGProblem(
                text:
                    "expected a JPEG image, found \(bytes.isEmpty ? "an empty file" : "a file that begins differently")"
            )
        }
        var segments = Segments(bytes, from: 2)
        while let segment = try segments.next() {
            switch segment.marker {
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(segment.marker):
                if components == 0 { try readFrame(segment.marker, segment.data) }
            case 0xE1: if let found = Orientation(exif: segment.data) { orientation = found }
            case 0xEE: if segment.data.starts(with: "Adobe".utf8) { hasInvertedInks = true }
            case 0xDA:
                guard components > 0 else { throw JPEGProblem.damaged("it has no size") }
                firstScan = segment.end
                hasMoreScans = isProgressive || Int(segment.data.first ?? 0) < components
                return
            case 0xD9: throw JPEGProblem.damaged("it has no pixels")
            default: break
            }
        }
        throw JPEGProblem.endsEarly(bytes.count)
    }

    /// Precision, height, width, the number of components, and for each its name, how finely it is sampled along both
    /// axes, and its table.
    private mutating func readFrame(_ marker: UInt8, _ data: UnsafeRawBufferPointer) throws {
        guard data.count >= 6, data.count == 6 + 3 * Int(data[5]) else { throw JPEGProblem.damaged("its frame is cut") }
        storedSize = Size2D(bigEndian(data, 1), bigEndian(data, 3))
        components = Int(data[5])
        (isProgressive, isArithmetic) = (marker & 3 == 2, marker & 8 != 0)
        guard storedSize.count > 0 else {
            throw JPEGProblem.damaged("its size is \(storedSize.width) × \(storedSize.height)")
        }
        guard [1, 3, 4].contains(components) else {
            throw JPEGProblem(text: "expected a JPEG image of 1, 3 or 4 components, found \(components)")
        }
        let samplings = (0..<components).map { Size2D(Int(data[7 + 3 * $0] & 15), Int(data[7 + 3 * $0] >> 4)) }
        let finest = Size2D(samplings.map(\.height).max()!, samplings.map(\.width).max()!)
        guard samplings.allSatisfy({ (1...4).contains($0.height) && (1...4).contains($0.width) }) else {
            throw JPEGProblem.damaged("its colours are sampled in no possible way")
        }
        func squares(_ length: Int, _ part: Int, of all: Int) -> Int { (length * part + 8 * all - 1) / (8 * all) }
        blocks = samplings.reduce(0) {
            $0 + squares(storedSize.height, $1.height, of: finest.height)
                * squares(storedSize.width, $1.width, of: finest.width)
        }
    }
}

extension JPEGHeader {
    /// As many as 16,384 × 16,384. Far fewer bytes of a file can claim far more.
    package static let mostPixels = 1 << 28

    /// Of a progressive picture. Programs write about ten.
    private static let mostScans = 100

    /// - Throws: `JPEGProblem` when the file cannot hold so many pixels, even compressed; when they are more than a
    ///   picture may have; or when they are told in so many scans that somebody wants to keep us busy.
    package func checkClaim(_ bytes: UnsafeRawBufferPointer) throws {
        let inPixels = "\(storedSize.width) × \(storedSize.height)"
        // A square takes a bit at least. Arithmetic coding can do with less, where nothing changes.
        guard blocks <= 8 * bytes.count * (isArithmetic ? 16 : 1) else {
            throw JPEGProblem(text: "the JPEG image claims \(inPixels) pixels, more than its file can hold")
        }
        guard storedSize.count <= Self.mostPixels else {
            throw JPEGProblem(text: "\(inPixels) pixels are more than an image may have here, 268 million")
        }
        guard hasMoreScans else { return }
        var (segments, scans) = (Segments(bytes, from: firstScan), 1)
        while let segment = try? segments.next(), segment.marker != 0xD9 {
            if segment.marker == 0xDA { scans += 1 }
            guard scans <= Self.mostScans else {
                throw JPEGProblem(
                    text: "the JPEG image has more than \(Self.mostScans) scans, more than any program writes")
            }
        }
    }
}
