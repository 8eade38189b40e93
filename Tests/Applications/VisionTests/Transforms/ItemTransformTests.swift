import Foundation
import Tensors
import TestSupport
import Testing

@testable import Vision

/// A photo after an item transform.
private func framed(_ photo: Photo, _ item: any ItemTransform, isTraining: Bool = false, seed: UInt64 = 1) throws
    -> Photo
{
    var random = SplitMix64(seed: seed)
    return try PhotoPipeline(item: item).framed(photo, isTraining: isTraining, using: &random).photo
}

@Suite struct `Bringing photos to one size` {
    @Test func `the same size changes nothing`() throws {
        let photo = numbered(50, 40)
        for item in [Resize([40, 50]), Resize([40, 50], .squish), Resize([40, 50], .pad(.zeros))] {
            #expect(try framed(photo, item) == photo)
        }
        #expect(try framed(photo, CenterCrop([40, 50])) == photo)
    }

    @Test func `a crop without a change of size is exact`() throws {
        let photo = numbered(50, 40)
        let crop = try framed(photo, Resize(40))
        for (x, y) in [(0, 0), (39, 0), (0, 39), (39, 39), (17, 23)] { #expect(crop[x, y] == photo[x + 5, y]) }
    }

    @Test func `in training the crop is anywhere, else in the middle`() throws {
        let photo = numbered(60, 20)
        let lefts = try (0..<40).map { try framed(photo, Resize(20), isTraining: true, seed: $0)[0, 0].red }
        #expect(Set(lefts).count > 15 && lefts.allSatisfy { $0 <= 40 })
        #expect(try (0..<9).allSatisfy { try framed(photo, Resize(20), seed: $0)[0, 0].red == 20 })
    }

    @Test func `halving takes the mean of what a pixel covers`() throws {
        let photo = Photo(height: 1, width: 8, pixels: (0..<8).flatMap { [UInt8($0 * 10), 50, 0] })
        let half = try framed(photo, Resize([1, 4], .squish))
        // A triangle over four pixels, 1/8 3/8 3/8 1/8; at the edge 3/7 3/7 1/7.
        #expect((0..<4).map { half[$0, 0].red } == [7, 25, 45, 63])
        #expect(half.pixels.enumerated().allSatisfy { $0 % 3 != 1 || $1 == 50 })
    }

    @Test func `enlarging goes evenly from pixel to pixel`() throws {
        let photo = Photo(height: 1, width: 2, pixels: [0, 0, 0, 100, 100, 100])
        #expect(
            (try framed(photo, Resize([1, 4], .squish))).pixels.enumerated().filter { $0.offset % 3 == 0 }.map(
                \.element) == [0, 25, 75, 100])
    }

    @Test func `squishing shows all, padding keeps the shape`() throws {
        let photo = smooth(60, 30)
        let squished = try framed(photo, Resize(20, .squish))
        #expect(squished.size == 20 && abs(Int(squished[0, 0].red) - Int(photo[1, 1].red)) < 12)
        let padded = try framed(photo, Resize(20, .pad(.zeros)))
        let (above, below) = ((0..<5), (15..<20))
        for y in 0..<20 { #expect((padded[3, y] == .black) == (above.contains(y) || below.contains(y))) }
        let inside = try framed(photo, Resize([10, 20], .squish))
        #expect((0..<10).allSatisfy { y in (0..<20).allSatisfy { padded[$0, y + 5] == inside[$0, y] } })
    }

    @Test func `what is beside a padded photo is a mirror, or its edge`() throws {
        let photo = numbered(4, 2)
        let mirror = try framed(photo, Resize(4, .pad(.reflect)))
        #expect((0..<4).map { mirror[2, $0].green } == [0, 0, 1, 1])
        let wide = try framed(numbered(1, 8), Resize(8, .pad(.border)))
        #expect((0..<8).allSatisfy { wide[$0, 3] == wide[3, 3] })
        let tall = try framed(numbered(8, 2), Resize(8, .pad(.reflect)))
        #expect((0..<8).map { tall[0, $0].green } == [1, 1, 0, 0, 1, 1, 0, 0])
    }

    @Test func `a random part is neither too small nor too long`() {
        var random = SplitMix64(seed: 5)
        let crop = RandomResizedCrop(64, minScale: 0.3)
        var areas: [Double] = []
        for _ in 0..<500 {
            let part = crop.framing(of: [300, 400], isTraining: true, using: &random).region
            #expect(part.x >= 0 && part.y >= 0 && part.x + part.width <= 400 && part.y + part.height <= 300)
            #expect((0.74...1.35).contains(part.width / part.height))
            areas.append(part.width * part.height / 120_000)
        }
        #expect(areas.min()! > 0.29 && areas.min()! < 0.35 && areas.max()! > 0.8)
        let middle = crop.framing(of: [300, 400], isTraining: false, using: &random)
        #expect(middle.region == Region(x: 50, y: 0, width: 300, height: 300))
    }

    @Test(arguments: [([375, 500], 128), ([500, 333], 160), ([2000, 1500], 64), ([64, 64], 100)] as [([Int], Int)])
    func `no more of a JPEG is decoded than is needed, and it looks the same`(_ size: [Int], _ target: Int) throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.jpg")
            let photo = smooth(size[1], size[0])
            try writeJPEG(photo, to: file)
            var random = SplitMix64(seed: 1)
            let (small, map) = try PhotoPipeline(item: Resize(Size2D(target))).framed(
                file, isTraining: false, using: &random)
            #expect(small.size == Size2D(target))
            #expect(try difference(small, framed(photo, Resize(Size2D(target)))) < 30)
            let side = Double(min(size[0], size[1]))
            #expect(
                abs(map(Point(Double(size[1]) / 2, Double(size[0]) / 2)).x - Double(target) / 2) < Double(target) / side
            )
        }
    }
}
