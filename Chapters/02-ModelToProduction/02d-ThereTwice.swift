// # There twice
//
// Section 2.2 · After this page you can find photos that are the same, also where their bytes are not.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Whoever searches the web finds good photos again and again: in another size, compressed once more, with a line of
// text at the bottom. Why does it matter? A fifth of the photos will be kept back to judge the net by. If one of them
// is also among those that it learns from, it need not know what a bear looks like; it may know that photo. The
// accuracy is then higher than it will be for anybody who uses the net.
//
// Files with the same bytes are found by a hash, a number made of all bytes. Equal files have equal numbers, and other
// files hardly ever have. `fingerprint` is FNV-1a, which goes through the bytes with one exclusive or and one product
// each:

/// A number made of all bytes. (FNV-1a, for 64 bits.)
public func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}

// One changed pixel makes another number; that is the purpose of a hash. To find photos that look the same, it takes a
// number that stays the same. `pictureHash` makes a photo tiny, grey, 17 pixels wide and 16 high, and asks for each
// pixel whether the one to its right is brighter. These 256 answers are the bits, in four words of 64. They do not
// change with the size, nor with brightness or contrast, and only a few of them with compression. `hashDistance` counts
// the bits in which two differ:

/// 256 bits that say where a photo becomes brighter from left to right.
/// - Throws: `PhotoProblem`, which names a file that cannot be read.
public func pictureHash(_ photo: some PhotoSource) throws -> SIMD4<UInt64> {
    let opened = try photo.opened()
    // (From all pixels: a JPEG that is decoded small comes out a little different for every size.)
    let tiny = try opened.photo().framed(Framing(Region(opened.size), size: [16, 17]))
    let grey = (0..<272).map { i -> Int in
        let (red, green, blue) = (Int(tiny.pixels[3 * i]), Int(tiny.pixels[3 * i + 1]), Int(tiny.pixels[3 * i + 2]))
        return 299 * red + 587 * green + 114 * blue
    }
    var bits = SIMD4<UInt64>()
    for (number, i) in (0..<272).filter({ $0 % 17 < 16 }).enumerated() where grey[i + 1] > grey[i] {
        bits[number / 64] |= 1 << UInt64(number % 64)
    }
    return bits
}

/// In how many bits two hashes differ.
public func hashDistance(_ a: SIMD4<UInt64>, _ b: SIMD4<UInt64>) -> Int {
    let different = a ^ b
    return (0..<4).reduce(0) { $0 + different[$1].nonzeroBitCount }
}

// All pairs have to be compared: a few hundred photos have some tens of thousands of pairs, which takes no time.
// `twins` are those that differ in few bits, and `pictureHashes` are the hashes of all photos of this run:

/// Two places in a list of photos, and how much they differ.
public struct Twins: Sendable, Equatable {
    public let first: Int, second: Int, distance: Int
}

/// All pairs that differ in at most so many bits, the most alike first.
public func twins(_ hashes: [SIMD4<UInt64>], within most: Int = 24) -> [Twins] {
    let pairs = hashes.indices.flatMap { i in
        (i + 1..<hashes.count).map { Twins(first: i, second: $0, distance: hashDistance(hashes[i], hashes[$0])) }
    }
    return pairs.filter { $0.distance <= most }.sorted { $0.distance < $1.distance }
}

extension ModelToProduction {
    /// A hash of each photo that can be read.
    var pictureHashes: [SIMD4<UInt64>] {
        get throws { try run.once { try verified.readable.map { try pictureHash($0) } } }
    }

    func sameBytesOrSameLook() throws {
        let (files, hashes) = (try verified.readable, try pictureHashes)
        let prints = try files.map { fingerprint(try Data(contentsOf: $0)) }
        let groups = Dictionary(grouping: prints) { $0 }.values.map(\.count)
        let found = twins(hashes)
        record("twins/pairs-with-the-same-bytes", groups.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
        record("twins/pairs-that-look-the-same", found.count)
        let distances = hashes.indices.flatMap { i in
            (i + 1..<hashes.count).map { Double(hashDistance(hashes[i], hashes[$0])) }
        }
        show(
            Chart("Few pairs differ in few bits", x: "bits that differ", y: "pairs", yScale: .logarithmic) {
                Histogram(distances, bins: 32)
            }, "Differences of all \(distances.count) pairs of photos, of \(dataName)",
            predict: .choice(
                "In how many of their 256 bits do most pairs of photos differ?",
                ["about 10", "about 120", "about 250"], answer: "about 120"))
        if found.isEmpty { return show("no two photos look the same", dataName) }
        let shown = found.prefix(6)
        show(
            ImageGrid(
                try shown.flatMap { try [$0.first, $0.second].map { try files[$0].thumbnail(within: 160).raster } },
                titles: shown.flatMap { pair in
                    [pair.first, pair.second].map { "\(parentFolder(files[$0])), \(counted(pair.distance, "bit"))" }
                }, columns: 4, cellSize: 160), "Pairs that differ in at most 24 bits, from \(dataName)")
    }

    func howManyAreTorn() throws {
        // How many of these pairs does a random split tear apart, so that one is learned from, and the other judged by?
        let (hashes, pairs) = (try pictureHashes, try twins(pictureHashes))
        if pairs.isEmpty { return }
        let torn = (0..<100).map { seed in
            let valid = Set(SplitMix64.places(hashes.count, share: 0.2, seed: UInt64(seed)))
            return Double(pairs.count { valid.contains($0.first) != valid.contains($0.second) }) / Double(pairs.count)
        }
        record(
            "twins/share-torn-by-a-split", Spread(torn).mean,
            predict: .share(
                "A fifth of the photos is kept back at random. Which share of the pairs is torn, one half here and one there?",
                Spread(torn).mean, within: .plusMinus(0.08)))

        // (One of both is kept back and the other is not with a probability of 2 · 0.2 · 0.8 = 0.32.) So this chapter
        // leaves the second of each pair out. `withoutTwins` does, for all pages that follow.
        let (all, left) = (try verified.readable.count, try photos.count)
        show("\(all) photos can be read; \(left) are left without their twins", dataName)
        let faults = try bears.faults.values.count { $0 == .copy || $0 == .smaller }
        if faults > 0 {
            show("\(faults) were planted as copies, and \(all - left) were left out", "what is known of \(dataName)")
        }
    }
}

// MARK: Helpers

/// Photos without those that look like an earlier one.
func withoutTwins(_ files: [URL], _ hashes: [SIMD4<UInt64>]) -> [URL] {
    let later = Set(twins(hashes).map(\.second))
    return files.indices.filter { !later.contains($0) }.map { files[$0] }
}

extension SplitMix64 {
    /// A share of the places, drawn at random.
    static func places(_ count: Int, share: Double, seed: UInt64) -> [Int] {
        var random = SplitMix64(seed: seed)
        return Array(random.permutation(count).prefix(Int(share * Double(count))))
    }
}
