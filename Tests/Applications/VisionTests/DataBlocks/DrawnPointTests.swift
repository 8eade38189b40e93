import Figures
import Tensors
import Testing
import Vision

@Suite struct `Points on pictures` {
    @Test func `are dots where they should be, in a larger picture`() {
        let picture = Raster(width: 40, height: 30, fill: .white)
        let dotted = picture.dotted(KeyPoints([Point(10, 15)], in: Size2D(30, 40)), .orange)
        #expect(dotted.width == 240 && dotted.height == 180)
        #expect(dotted[60, 90] == .orange && dotted[120, 90] == .white)
        // In pixels of another size, the place is the same.
        let other = picture.dotted(KeyPoints([Point(250, 500)], in: Size2D(1000, 1000)), .orange)
        #expect(other == dotted)
    }

    @Test func `beyond the edge are left out`() {
        let picture = Raster(width: 300, height: 200, fill: .white)
        let points = [Point(-50, 10), Point(.infinity, 3), Point(.nan, 3), Point(1e30, -1e30)]
        #expect(picture.dotted(KeyPoints(points, in: Size2D(200, 300)), .blue) == picture)
    }

    @Test func `are drawn by the block of points, and by no other`() {
        let picture = Raster(width: 240, height: 240, fill: .white)
        let value = PointBlock().value(of: Tensor([0, 0]))
        #expect(PointBlock().drawn(value, on: picture, isPrediction: false)[120, 120] == .orange)
        #expect(PointBlock().drawn(value, on: picture, isPrediction: true)[120, 120] == .blue)
        #expect(RegressionBlock().drawn([1], on: picture, isPrediction: true) == picture)
    }
}
