import Tensors
import TestSupport
import Testing

@testable import Datasets

/// The share of each pixel that lies inside, row by row.
private func shares(_ outlines: Outline..., width: Int = 8, height: Int = 8) -> [Float] {
    var coverage = Coverage(width: width, height: height)
    // Something else was drawn before.
    coverage.draw([[[0, 0], [9, 3], [2, 9]] as Outline])
    coverage.draw(outlines)
    var shares = [Float](repeating: 0, count: width * height)
    for row in coverage.rows { coverage.forEachPixel(inRow: row) { shares[row * width + $0] = $1 } }
    return shares
}

/// The same numbers but for rounding, or for more.
private func expectNear(
    _ found: [Float], _ expected: [Float], relative: Double = 1e-5, sourceLocation: SourceLocation = #_sourceLocation
) {
    expectClose(Tensor(found), Tensor(expected), relative: relative, sourceLocation: sourceLocation)
}

@Suite struct `Outlines in pixels` {
    @Test func `a rectangle covers the share of each pixel that lies in it`() {
        let found = shares(box(0.5, 1, 2.25, 2.5), width: 4, height: 4)
        #expect(found == [0, 0, 0, 0, 0.5, 1, 0.25, 0, 0.25, 0.5, 0.125, 0, 0, 0, 0, 0])
    }

    @Test func `a triangle halves the pixels on its long side`() {
        let found = shares([[0, 0], [3, 3], [0, 3]] as Outline, width: 4, height: 4)
        expectNear(found, [0.5, 0, 0, 0, 1, 0.5, 0, 0, 1, 1, 0.5, 0, 0, 0, 0, 0])
    }

    @Test func `a flat side that goes through many pixels adds up`() {
        let found = shares([[0, 0], [8, 1], [0, 1]] as Outline, width: 8, height: 1)
        expectNear(found, (0..<8).map { 1 - (Float($0) + 0.5) / 8 })
    }

    @Test func `what is outside the image is cut off`() {
        expectNear(shares(box(-5, -5, 20, 20), width: 3, height: 3), [Float](repeating: 1, count: 9))
        #expect(shares(box(20, 1, 30, 2)).allSatisfy { $0 == 0 })
        #expect(shares().allSatisfy { $0 == 0 })
    }

    @Test func `outlines that overlap count once`() {
        let found = shares(box(0, 0, 2, 2), box(1, 0, 3, 2), width: 4, height: 2)
        #expect(found == [1, 1, 1, 0, 1, 1, 1, 0])
    }

    @Test func `a circle has its area and touches its four ends`() {
        let circle = ellipse(4, 4, 3, 3)
        expectNear([shares(circle).reduce(0, +)], [Float.pi * 9], relative: 0.01)
        #expect(([[7, 4], [4, 7], [1, 4], [4, 1]] as Outline).allSatisfy { circle.contains($0) })
        expectNear([abs(signedArea(ellipse(0, 0, 2, 1, turn: Turn(tangentOfHalf: 0.3))))], [2 * .pi], relative: 0.01)
    }

    @Test func `a closed curve goes through its points, and straight between corners`() {
        let curve = closedCurve([.corner(0, 0), .corner(4, 0), .at(5, 2), .at(2, 4)])
        #expect(([[0, 0], [4, 0], [5, 2], [2, 4]] as Outline).allSatisfy { curve.contains($0) })
        #expect(curve.count == 1 + 6 + 6 + 6 && curve[1] == [4, 0])
    }

    @Test func `a limb is as wide as it should be`() {
        expectNear([abs(signedArea(limb([.at(0, 0), .at(0, 10)], width: 2)))], [20])
        expectNear([abs(signedArea(limb([.at(0, 0), .at(10, 0)], width: 2, to: 0)))], [10])
        #expect(limb([.at(0, 0)], width: 1).isEmpty)
    }

    @Test func `a placement's inverse leads back`() {
        let placement = Placement(at: [3, 4], size: 2, turn: Turn(tangentOfHalf: 0.2), isMirrored: true, skew: 0.1)
        let p = placement.inverse(placement([0.25, -0.5]))
        expectNear([p.x, p.y], [0.25, -0.5])
    }

    @Test func `spots know how much they share`() {
        func spot(_ x: Float, _ size: Float) -> Spot {
            var random = SplitMix64(seed: 1)
            var spot = Spot.spread(1, [1, 1], using: &random)[0]
            (spot.centre, spot.size) = ([x, 0], size)
            return spot
        }
        #expect(spot(0, 2).overlap(with: spot(1, 2)) == 0.5)
        #expect(spot(0, 4).overlap(with: spot(0.5, 1)) == 1)
        #expect(spot(0, 1).overlap(with: spot(1, 1)) == 0)
    }
}

@Suite struct `Noise and paint` {
    @Test func `noise is between 0 and 1, everywhere and without jumps`() {
        let noise = Noise(seed: 3)
        let line = (0..<2000).map { noise([Float($0) / 100 - 10, 0.3]) }
        #expect(line.allSatisfy { (0...1).contains($0) })
        #expect(zip(line, line.dropFirst()).allSatisfy { abs($0 - $1) < 0.02 })
        #expect(line.max()! > 0.8 && line.min()! < 0.2)
        #expect((0...1).contains(noise([1e30, -1e30])))
        #expect(noise([2.5, 2.5]) != Noise(seed: 4)([2.5, 2.5]))
    }

    @Test(
        arguments: [
            (0, [1, 0, 0]), (1 / 6, [1, 1, 0]), (1 / 3, [0, 1, 0]), (0.5, [0, 1, 1]), (2 / 3, [0, 0, 1]),
            (1, [1, 0, 0]),
            (-1 / 6, [1, 0, 1]),
        ] as [(Float, [Float])])
    func `hues go from red to red`(_ hue: Float, _ expected: [Float]) {
        let colour = Colour(hue: hue, 1, 1)
        expectNear((0..<3).map { colour[$0] }, expected)
        let pale = Colour(hue: hue, 0, 0.5)
        expectNear((0..<3).map { pale[$0] }, [0.5, 0.5, 0.5])
    }

    @Test(arguments: [
        Pattern.plain, .stripes(4, .none), .dots(5), .bricks(6), .scales(7), .patches(4), .fibres(3),
    ])
    func `a pattern is between its two colours`(_ pattern: Pattern) {
        let noise = Noise(seed: 1)
        let shares = (0..<400).map { pattern.share([Float($0 % 20) / 20 - 0.5, Float($0 / 20) / 20 - 0.5], noise) }
        #expect(shares.allSatisfy { (0...1).contains($0) })
        if case .plain = pattern {
            #expect(Set(shares) == [0])
        } else {
            #expect(shares.min()! < 0.3 && shares.max()! > 0.6)
        }
    }
}
