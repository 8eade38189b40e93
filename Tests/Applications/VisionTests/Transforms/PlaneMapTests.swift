import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `Maps of the plane` {
    private let points = [Point(0, 0), Point(40, 0), Point(13, 29), Point(-5, 60)]

    private func expectSame(_ a: PlaneMap, _ b: PlaneMap) {
        for point in points { #expect(distance(a(point), b(point)) < 1e-9) }
    }

    @Test func `one after the other are one`() {
        let turn = PlaneMap(degrees: 30, around: [30, 40])
        let warp = PlaneMap(cornersOf: [30, 40], goTo: [Point(1, 2), Point(38, 1), Point(39, 29), Point(3, 27)])
        for (a, b) in [(turn, warp), (warp, turn), (warp, warp)] {
            for point in points { #expect(distance(a.then(b)(point), b(a(point))) < 1e-9) }
        }
    }

    @Test func `have a way back`() {
        let warp = PlaneMap(cornersOf: [30, 40], goTo: [Point(1, 2), Point(38, 1), Point(39, 29), Point(3, 27)])
        for map in [warp, PlaneMap(degrees: 77, around: [30, 40]), PlaneMap(2, 1, 5, 0, 3, -4)] {
            expectSame(map.then(map.inverse), .identity)
            expectSame(map.inverse.then(map), .identity)
            #expect(map.inverse.isAffine == map.isAffine)
        }
    }

    @Test func `bring four corners where they are wanted`() {
        let goals = [Point(1, 2), Point(38, 1), Point(39, 29), Point(3, 27)]
        let map = PlaneMap(cornersOf: [30, 40], goTo: goals)
        for (corner, goal) in zip([Point(0, 0), Point(40, 0), Point(40, 30), Point(0, 30)], goals) {
            #expect(distance(map(corner), goal) < 1e-9)
        }
        #expect(!map.isAffine)
        // A parallelogram needs no more than an affine map.
        let shift = PlaneMap(cornersOf: [30, 40], goTo: [Point(5, 5), Point(45, 5), Point(45, 35), Point(5, 35)])
        #expect(shift(Point(7, 8)) == Point(12, 13) && shift.isAffine)
    }

    @Test func `quarter turns are exact, against the clock`() {
        let turn = PlaneMap(degrees: 90, around: [30, 40])
        #expect(turn(Point(20, 15)) == Point(20, 15))
        // What was at the right is above.
        #expect(turn(Point(25, 15)) == Point(20, 10))
        #expect(turn.then(turn) == PlaneMap(degrees: 180, around: [30, 40]))
        #expect(PlaneMap(degrees: 360, around: [30, 40]) == .identity)
    }

    @Test func `a region fills a size`() {
        let map = PlaneMap(Region(x: 10, y: 20, width: 50, height: 40), fills: [80, 100])
        #expect(map(Point(10, 20)) == Point(0, 0) && map(Point(60, 60)) == Point(100, 80))
    }

    @Test func `the largest part of a shape is in the middle, on whole pixels`() {
        #expect(Region(of: [375, 500], shapedLike: 10) == Region(x: 62, y: 0, width: 375, height: 375))
        #expect(Region(of: [60, 40], shapedLike: [10, 20]) == Region(x: 0, y: 20, width: 40, height: 20))
    }
}
