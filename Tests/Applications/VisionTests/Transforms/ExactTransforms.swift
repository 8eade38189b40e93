// What is exact, to the last bit: no change, flips, quarter turns, crops.

import Tensors
import TestSupport
import Testing

@testable import Vision

@Suite struct `Exact transforms` {
    private let photo = numbered(23, 17), square = numbered(19, 19)

    @Test func `nothing changes nothing`() {
        #expect(changed(photo).picture.scalars == brightness(photo).scalars)
        #expect(
            changed(
                photo, Flip(p: 0), Rotate(0, p: 1), Zoom(1...1, p: 1), Warp(0, p: 1), Brightness(0, p: 1),
                Contrast(0, p: 1)
            )
            .picture.scalars == brightness(photo).scalars)
    }

    @Test func `a flip is the mirror image`() {
        let flipped = changed(photo, Flip(p: 1)).picture
        #expect(flipped.scalars == brightness(photo).flipped(-1).scalars)
        #expect(changed(photo, Flip(p: 1), Flip(p: 1)).picture.scalars == brightness(photo).scalars)
    }

    @Test func `quarter turns are exact on a square`() {
        let turned = changed(square, Rotate(90...90, p: 1)).picture
        // Against the clock: the right edge is above.
        #expect(turned.scalars == brightness(square).transposed(1, 2).flipped(1).scalars)
        #expect(changed(square, Rotate(180...180, p: 1)).picture.scalars == brightness(square).flipped(1, 2).scalars)
        let four = changed(
            square, Rotate(90...90, p: 1), Rotate(90...90, p: 1), Rotate(90...90, p: 1), Rotate(90...90, p: 1))
        #expect(four.picture.scalars == brightness(square).scalars)
    }

    @Test func `a half turn is exact on any rectangle`() {
        #expect(changed(photo, Rotate(180...180, p: 1)).picture.scalars == brightness(photo).flipped(1, 2).scalars)
    }

    @Test func `a crop without a change of size is exact`() {
        let part = Told(map: PlaneMap(Region(x: 5, y: 3, width: 12, height: 10), fills: [10, 12]), size: [10, 12])
        #expect(changed(photo, part).picture.scalars == brightness(photo)[0..., 3..<13, 5..<17].scalars)
    }

    @Test func `eight ways to lay a square on itself, four for a rectangle`() {
        let ways = (0..<200).map { changed(square, Dihedral(), seed: $0).picture.scalars }
        #expect(Set(ways).count == 8)
        let pixels = brightness(square).scalars.sorted()
        #expect(ways.allSatisfy { $0.sorted() == pixels })
        #expect(Set((0..<200).map { changed(photo, Dihedral(), seed: $0).picture.scalars }).count == 4)
    }

    @Test func `pixels beside the picture are its mirror, black, or its edge`() {
        let right = Told(map: PlaneMap(1, 0, 3, 0, 1, 0))
        let columns: [(PaddingMode, [Int?])] = [
            (.reflect, [2, 1, 0, 0]), (.border, [0, 0, 0, 0]), (.zeros, [nil, nil, nil, 0]),
        ]
        for (mode, expected) in columns {
            let shifted = changed(photo, right, padding: mode).picture
            for (column, source) in expected.enumerated() {
                let wanted =
                    source.map { brightness(photo)[0..., 0..., $0].scalars } ?? [Float](repeating: 0, count: 51)
                #expect(shifted[0..., 0..., column].scalars == wanted, "\(mode), column \(column)")
            }
        }
    }

    @Test func `far away the mirror repeats for ever`() {
        let far = Told(map: PlaneMap(1, 0, 46 * 1000, 0, 1, 34 * 1000))
        #expect(changed(photo, far).picture.scalars == brightness(photo).scalars)
    }
}

@Suite struct `One interpolation` {
    /// How much neighbours differ: what is computed again and again is blurred.
    private func sharpness(_ picture: Tensor) -> Float {
        let width = picture.shape[2]
        return (picture[0..., 0..., 1..<width] - picture[0..., 0..., 0..<width - 1]).abs().mean().item
    }

    @Test func `there and back again changes nothing`() {
        let photo = numbered(40, 40)
        let turn = PlaneMap(degrees: 33, around: 40),
            near = PlaneMap(Region(x: 3, y: 4, width: 20, height: 21), fills: 40)
        let all = [turn, near, near.inverse, turn.inverse].map { Told(map: $0) }
        let picture = changed(photo, all[0], all[1], all[2], all[3]).picture
        expectClose(picture, brightness(photo), absolute: 1e-5)
    }

    @Test func `ten turns of nine degrees are one quarter turn, and as sharp`() {
        let noise = numbered(41, 41)
        let nine = Rotate(9...9, p: 1)
        var random = SplitMix64(seed: 1)
        let once = PhotoPipeline(batch: Array(repeating: nine, count: 10)).augmented(
            noise, isTraining: true, using: &random
        ).picture
        expectClose(once, changed(noise, Rotate(90...90, p: 1)).picture, absolute: 1e-4)
        // The same, one interpolation after the other.
        var photo = noise
        for _ in 0..<10 {
            let bytes = (changed(photo, nine).picture.permuted(1, 2, 0) * 255).scalars.map { UInt8($0.rounded()) }
            photo = Photo(height: 41, width: 41, pixels: bytes)
        }
        #expect(sharpness(brightness(photo)) < 0.7 * sharpness(once))
    }

    @Test func `the map is the product of all`() {
        let transforms: [any BatchTransform] = augmentations(size: 32, minScale: 0.5)
        for seed in 0..<20 as Range<UInt64> {
            var (whole, single) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
            let all = PhotoPipeline(batch: transforms).change(of: [50, 60], isTraining: true, using: &whole)
            var (map, light, size) = (PlaneMap.identity, Light.same, Size2D(50, 60))
            for transform in transforms {
                let change = transform.change(of: size, using: &single)
                (map, light, size) = (map.then(change.map), light.then(change.light), transform.size ?? size)
            }
            #expect(all == Change(map: map, light: light) && size == 32 && whole.state == single.state)
        }
    }

    @Test func `a picture that becomes much smaller is averaged, not sampled`() {
        // Stripes of one pixel become grey.
        let stripes = Photo(
            height: 64, width: 64, pixels: (0..<64 * 64).flatMap { [UInt8](repeating: $0 % 2 == 0 ? 0 : 200, count: 3) }
        )
        let small = changed(stripes, RandomCrop(16, minScale: 1)).picture
        #expect(small.shape == [3, 16, 16])
        #expect(small.scalars.allSatisfy { abs($0 - 100.0 / 255) < 0.01 })
    }
}

@Suite struct `A painted dot` {
    @Test(arguments: [
        ("turn", 48, 80), ("zoom", 80, 48), ("warp", 64, 64), ("crop", 90, 60), ("all", 60, 90), ("flip", 70, 50),
        ("turned all", 64, 64),
    ])
    func `lands where its transformed point says`(_ name: String, _ height: Int, _ width: Int) {
        let transforms: [any BatchTransform] =
            switch name {
            case "turn": [Rotate(25, p: 1)]
            case "zoom": [Zoom(0.9...1.3, p: 1)]
            case "warp": [Warp(0.3, p: 1)]
            case "crop": [RandomCrop([70, 44], minScale: 0.7)]
            case "flip": [Flip(p: 1)]
            case "all": augmentations(size: [64, 80], minScale: 0.8, probabilityOfMoves: 1, probabilityOfLight: 0)
            default: [Dihedral(), Rotate(40, p: 1), Warp(0.2, p: 1)]
            }
        for seed in 0..<12 as Range<UInt64> {
            let place = Point(Double(width) * 0.45, Double(height) * 0.55)
            var random = SplitMix64(seed: seed)
            let photo = dotted(width, height, at: place)
            let (picture, map) = PhotoPipeline(batch: transforms, padding: .zeros)
                .augmented(photo, isTraining: true, using: &random)
            let expected = middleOfLight(photo, through: map)
            #expect(distance(middleOfLight(picture), expected) < 0.1, "\(name), seed \(seed)")
            #expect(distance(expected, map(place)) < 1, "\(name), seed \(seed)")
            let points = KeyPoints([place], in: [height, width])
            let moved = points.moved(by: map, from: [height, width], to: Size2D(picture.shape[1], picture.shape[2]))
            #expect(moved.points[0] == map(place))
        }
    }

    @Test(
        arguments: [
            Resize([40, 60]), Resize(50, .squish), Resize(70, .pad(.zeros)),
            RandomResizedCrop([50, 40], minScale: 0.6),
        ] as [any ItemTransform])
    func `lands where an item transform's map says, too`(_ item: any ItemTransform) throws {
        for seed in 0..<6 as Range<UInt64> {
            let place = Point(55, 42)
            var random = SplitMix64(seed: seed)
            let (photo, map) = try PhotoPipeline(item: item).framed(
                dotted(110, 84, at: place), isTraining: true, using: &random)
            #expect(distance(middleOfLight(brightness(photo)), map(place)) < 0.35)
        }
    }
}
