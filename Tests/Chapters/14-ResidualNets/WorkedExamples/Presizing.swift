// Section 14.1: squares of photos, and changes of pictures with one interpolation.

import Chapter14
import Figures
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `14.1 Presizing` {
    @Test func `a square is cut along the longer side`() {
        let wide = Raster(width: 6, height: 2, pixels: (0..<12).map { UInt8($0) })
        let middle = presized(wide, to: 2) * 255
        #expect(middle.shape == [3, 2, 2])
        for channel in 0..<3 { expectClose(middle[channel].flattened(), Tensor([2, 3, 8, 9]), absolute: 1e-4) }
        expectClose(presized(wide, to: 2, at: 0)[0].flattened() * 255, Tensor([0, 1, 6, 7]), absolute: 1e-4)
        expectClose(presized(wide, to: 2, at: 1)[0].flattened() * 255, Tensor([4, 5, 10, 11]), absolute: 1e-4)
        let high = Raster(width: 1, height: 3, channels: 3, pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9])
        expectClose(presized(high, to: 1, at: 1).flattened() * 255, Tensor([7, 8, 9]), absolute: 1e-4)
    }

    @Test(arguments: [(1, 1), (500, 3), (3, 500), (64, 64), (17, 40)])
    func `any photo gets the size that is wanted`(_ width: Int, _ height: Int) {
        let square = presized(Raster(width: width, height: height, fill: Colour(255, 0, 51)), to: 32, at: 0.3)
        #expect(square.shape == [3, 32, 32])
        expectClose(square[2], .full(0.2, [32, 32]), absolute: 1e-5)
    }
}

/// One map for all pictures.
private func looked(_ x: Tensor, _ map: Tensor, side: Int) -> Tensor {
    lookedUp(x, map.expanded(to: [x.shape[0], 3, 3]), side: side)
}

@Suite struct `14.1 One interpolation` {
    private let square = Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2)

    @Test func `a quarter turn, a mirror image, a part`() {
        expectClose(looked(square, PlaceMap.turned(by: 90), side: 2).flattened(), Tensor([3, 1, 4, 2]), absolute: 1e-5)
        expectClose(looked(square, PlaceMap.part(-1, 1), side: 2).flattened(), Tensor([2, 1, 4, 3]), absolute: 1e-5)
        let x = Tensor.arange(64).reshaped(1, 1, 8, 8)
        expectClose(looked(x, PlaceMap.part(0.5, 0.5), side: 4), x[0..., 0..., 2..<6, 2..<6], absolute: 1e-3)
        // The right half of the upper quarter …
        let part = looked(x, PlaceMap.part(0.5, 0.25, x: 0.5, y: -0.75), side: 2)
        expectClose(part.flattened(), Tensor([4.5, 6.5, 12.5, 14.5]), absolute: 1e-3)
    }

    @Test(arguments: [3, 8, 13]) func `without a change it is the engine's interpolation`(_ side: Int) {
        var random = SplitMix64(seed: 160)
        let x = Tensor.randn(2, 3, 8, 5, using: &random)
        expectClose(
            looked(x, PlaceMap.part(1, 1), side: side), x.interpolated(to: Size2D(side), mode: .bilinear),
            absolute: 1e-4)
    }

    @Test func `what is outside is the mirror image of what is inside`() {
        let row = Tensor([1, 2, 3, 4]).reshaped(1, 1, 1, 4).expanded(to: [1, 1, 4, 4])
        let wide = looked(row, PlaceMap.part(2, 1), side: 8)
        expectClose(wide[0, 0, 0], Tensor([2, 1, 1, 2, 3, 4, 4, 3]), absolute: 1e-4)
    }

    @Test func `the product of maps is one change after the other, as far as places go`() {
        let maps = [PlaceMap.turned(by: 90), PlaceMap.part(-1, 1), PlaceMap.turned(by: 180)]
        let one = maps[0].matmul(maps[1]).matmul(maps[2])
        let steps = maps.reduce(square) { looked($0, $1, side: 2) }
        expectClose(looked(square, one, side: 2), steps, absolute: 1e-5)
        let tilt = PlaceMap.tilted(x: 0.2, y: -0.1).matmul(PlaceMap.tilted(x: -0.2, y: 0.1))
        expectClose(looked(square, tilt, side: 2), square, absolute: 1e-5)
    }

    @Test func `a tilt makes one side larger and the other smaller`() {
        let line = Tensor.linspace(-1, 1, 65).reshaped(1, 1, 1, 65).expanded(to: [1, 1, 65, 65])
        let row = looked(line, PlaceMap.tilted(x: 0.2, y: 0), side: 65)[0, 0, 32]
        // Where x / (1 + 0.2 x) says, until the picture's edge at its left, 1.25 away.
        let (left, right) = (row[32].item - row[24].item, row[40].item - row[32].item)
        #expect(left > 1.05 * right && right > 0)
    }

    @Test func `sharpness is the mean difference of neighbours`() {
        #expect(sharpness(.full(0.3, [1, 3, 4, 4])) == 0)
        let board = Tensor((0..<16).map { Float(($0 / 4 + $0) % 2) }).reshaped(1, 1, 4, 4)
        #expect(sharpness(board) == 1)
        #expect(sharpness(looked(board, PlaceMap.part(0.5, 0.5), side: 4)) < 1)
    }
}

@Suite struct `14.1 Augmentation` {
    @Test func `cuts lie inside, have at least half the area, and no more than 4 to 3`() {
        var (random, mirrored) = (SplitMix64(seed: 161), 0)
        for _ in 0..<500 {
            let map = Augmentation.cuts.map(using: &random)
            let (width, height) = (map[0, 0].item, map[1, 1].item)
            #expect(abs(width) * height > 0.499 && max(abs(width) / height, height / abs(width)) < 1.334)
            #expect(abs(map[0, 2].item) + abs(width) < 1.001 && abs(map[1, 2].item) + height < 1.001)
            #expect(map[0, 1].item == 0 && map[2, 0].item == 0)
            mirrored += width < 0 ? 1 : 0
            #expect(Augmentation.cuts.light(using: &random) == [1, 0])
        }
        #expect((180...320).contains(mirrored))
    }

    @Test func `three quarters of the pictures are turned, up to ten degrees`() {
        var (random, turned) = (SplitMix64(seed: 162), 0)
        var augmentation = Augmentation()
        (augmentation.leastArea, augmentation.mostZoom, augmentation.mostTilt) = (1, 1, 0)
        for _ in 0..<400 {
            let map = augmentation.map(using: &random)
            #expect(abs(map[1, 0].item) <= 0.1737)  // sin 10°
            turned += map[1, 0].item != 0 ? 1 : 0
        }
        #expect((260...340).contains(turned))
    }

    @Test func `light stays between black and white, and without a change it stays what it is`() {
        var random = SplitMix64(seed: 163)
        let x = Tensor.rand([2, 3, 4, 4], low: 0, high: 1, using: &random)
        expectClose(lit(x, Tensor([[1, 0], [1, 0]])), x, absolute: 1.1e-3)
        let y = lit(x, Tensor([[1.2, 0], [1, 0.4]]))
        #expect(y.min().item >= 0 && y.max().item <= 1)
        #expect((y[1] - x[1]).min().item > -1.1e-3 && (y[1] - x[1]).mean().item > 0.02)
        // Contrast leaves the middle where it is.
        expectClose(lit(.full(0.5, [1, 1, 1, 1]), Tensor([[1.25, 0]])).flattened(), Tensor([0.5]), absolute: 1e-6)
    }

    @Test func `every picture is changed in its own way, the same with the same seed, and none in validation`() {
        var (first, second) = (SplitMix64(seed: 164), SplitMix64(seed: 164))
        let x = Tensor.randn(1, 3, 16, 16, using: &first).expanded(to: [4, 3, 16, 16])
        _ = Tensor.randn(1, 3, 16, 16, using: &second)
        let (one, other) = (
            Augmented(Augmentation(), side: 8, using: &first), Augmented(Augmentation(), side: 8, using: &second)
        )
        let changed = one.changed(x)
        #expect(changed.shape == [4, 3, 8, 8] && changed[0].scalars != changed[1].scalars)
        #expect(changed.scalars == other.changed(x).scalars && one.changed(x).scalars != changed.scalars)
        expectClose(one.brought(x), x.averagePooled(2), absolute: 1e-5)
    }
}

@Suite struct `14.6 Lines through a landscape` {
    @Test func `a detour is what a bowl does not have`() {
        #expect(detour(of: [4, 1, 0, 1, 4]) == 0 && detour(of: [1, 2, 3]) == 0 && detour(of: []) == 0)
        #expect(detour(of: [1, 0, 1, 0, 1]) == 2 && detour(of: [0, 3, 0]) == 6)
    }
}
