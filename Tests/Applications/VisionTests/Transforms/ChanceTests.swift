// What is drawn, how often, and within which bounds.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Vision

/// The changes that a transform makes with many seeds.
private func changes(_ transform: any BatchTransform, of size: Size2D = 100, count: Int = 2000) -> [Change] {
    var random = SplitMix64(seed: 7)
    return (0..<count).map { _ in transform.change(of: size, using: &random) }
}

/// How many of many are changes.
private func share(_ changes: [Change]) -> Double { Double(changes.count { $0 != .none }) / Double(changes.count) }

@Suite struct `What chance decides` {
    @Test func `happens as often as asked`() {
        #expect(abs(share(changes(Flip())) - 0.5) < 0.04)
        for transform in [Rotate(), Zoom(), Warp(), Brightness(), Contrast()] as [any BatchTransform] {
            #expect(abs(share(changes(transform)) - 0.75) < 0.04)
        }
        #expect(share(changes(Rotate(10, p: 0))) == 0 && share(changes(Rotate(10, p: 1))) == 1)
    }

    @Test func `turns up to the angle, both ways`() {
        let angles = changes(Rotate(10, p: 1)).map { asin($0.map.matrix[1]) * 180 / .pi }
        #expect(angles.min()! < -9.9 && angles.max()! > 9.9 && angles.allSatisfy { abs($0) <= 10 })
    }

    @Test func `comes near, and stays within the picture`() {
        for change in changes(Zoom(1...1.5, p: 1), of: [60, 100]) {
            let back = change.map.inverse
            let (first, last) = (back(Point(0, 0)), back(Point(100, 60)))
            #expect(first.x > -1e-9 && first.y > -1e-9 && last.x < 100 + 1e-9 && last.y < 60 + 1e-9)
            #expect((1 / 1.5 - 1e-9...1 + 1e-9).contains((last.x - first.x) / 100))
        }
    }

    @Test func `looks from the side by no more than asked`() {
        for change in changes(Warp(0.2, p: 1), of: [60, 100]) {
            let back = change.map.inverse
            for corner in [Point(0, 0), Point(100, 0), Point(0, 60), Point(100, 60)] {
                #expect(abs(back(corner).x - corner.x) <= 10 + 1e-9 && abs(back(corner).y - corner.y) <= 6 + 1e-9)
            }
        }
    }

    @Test func `crops a share of the area`() {
        let parts = changes(RandomCrop(50, minScale: 0.4), of: [80, 120]).map { change in
            let back = change.map.inverse
            return (back(Point(0, 0)), back(Point(50, 50)))
        }
        let areas = parts.map { ($0.1.x - $0.0.x) * ($0.1.y - $0.0.y) / 6400 }
        #expect(areas.min()! > 0.4 - 1e-9 && areas.min()! < 0.42 && areas.max()! > 0.98 && areas.max()! < 1 + 1e-9)
        #expect(parts.allSatisfy { $0.0.x > -1e-9 && $0.0.y > -1e-9 && $0.1.x < 120 + 1e-9 && $0.1.y < 80 + 1e-9 })
        // What is cut off for the shape is cut off anywhere.
        #expect(parts.map(\.1.x).max()! > 115 && parts.map(\.0.x).min()! < 5)
    }

    @Test func `plays no part where a model is judged`() {
        let pipeline = PhotoPipeline(batch: augmentations(size: 32, minScale: 0.5), normalization: .imageNet)
        var random = SplitMix64(seed: 1)
        let (picture, map) = pipeline.augmented(smooth(48, 40), isTraining: false, using: &random)
        #expect(picture.shape == [3, 32, 32] && random.state == 1)
        #expect(map == PlaneMap(Region(x: 4, y: 0, width: 40, height: 40), fills: 32))
        expectClose(
            picture,
            PhotoPipeline(batch: [RandomCrop(32)], normalization: .imageNet).augmented(
                smooth(48, 40), isTraining: false, using: &random
            ).picture)
    }

    @Test func `is the book's by default`() {
        let all = augmentations(size: 224, minScale: 0.75)
        #expect(
            all.map { "\(type(of: $0))" } == ["RandomCrop", "Flip", "Rotate", "Zoom", "Warp", "Brightness", "Contrast"])
        #expect(augmentations().count == 6 && augmentations().allSatisfy { $0.size == nil })
        #expect(augmentations(flip: false, degrees: 0, zoom: 1, lighting: 0, warp: 0).isEmpty)
        #expect("\(type(of: augmentations(flipsVertically: true)[0]))" == "Dihedral")
    }
}

@Suite struct `A change of light` {
    @Test func `changes nothing, or one brightness to another`() {
        #expect(Light.same(0.3) == 0.3)
        // log(0.6 / 0.4) moves the middle to 0.6.
        #expect(abs(Light(shift: log(1.5))(0.5) - 0.6) < 1e-12)
        #expect(Light(gain: 3)(0.5) == 0.5 && Light(gain: 3)(0.7) > 0.9 && Light(gain: 3)(0.3) < 0.1)
    }

    @Test func `never leaves 0 to 1, and keeps black and white`() {
        for light in [Light(gain: 4, shift: 2), Light(gain: 0.1, shift: -3)] {
            #expect(light(0) == 0 && light(1) == 1)
            #expect(stride(from: 0.0, through: 1, by: 0.01).allSatisfy { (0...1).contains(light($0)) })
        }
    }

    @Test func `one after the other is one`() {
        let (a, b) = (Light(gain: 1.3, shift: 0.4), Light(gain: 0.8, shift: -0.7))
        for value in [0.1, 0.5, 0.93] { #expect(abs(a.then(b)(value) - b(a(value))) < 1e-12) }
    }

    @Test func `of a picture is that of its pixels`() {
        let light = Light(gain: 1.2, shift: 0.3)
        let photo = smooth(20, 10)
        let picture = changed(photo, Told(map: .identity, light: light)).picture
        let expected = brightness(photo).scalars.map { Float(light(Double($0))) }
        expectClose(picture, Tensor(shape: [3, 10, 20], expected), absolute: 1e-6)
    }

    @Test func `makes the middle grey as bright as asked, at most`() {
        let greys = changes(Brightness(0.2, p: 1)).map { $0.light(0.5) }
        #expect(
            greys.min()! < 0.402 && greys.max()! > 0.598 && greys.allSatisfy { (0.4 - 1e-9...0.6 + 1e-9).contains($0) })
        let gains = changes(Contrast(0.2, p: 1)).map(\.light.gain)
        #expect(gains.allSatisfy { (0.8 - 1e-9...1.25 + 1e-9).contains($0) } && gains.max()! > 1.24)
    }
}

@Suite struct `Normalizing` {
    @Test func `takes mean and deviation out, and puts them back`() {
        let batch = Tensor.stack([brightness(smooth(9, 8)), brightness(numbered(9, 8))])
        let own = Normalization(of: batch)
        expectClose(own(batch).mean(axes: [0, 2, 3]), .zeros(3), absolute: 1e-5)
        expectClose(own(batch).std(axes: [0, 2, 3]), .ones(3), absolute: 1e-5)
        expectClose(own.undone(own(batch)), batch, absolute: 1e-6)
    }

    @Test func `is the same in the pipeline`() {
        let photo = smooth(9, 8)
        var random = SplitMix64(seed: 1)
        let picture = PhotoPipeline(normalization: .imageNet).augmented(photo, isTraining: true, using: &random).picture
        expectClose(picture, Normalization.imageNet(brightness(photo)), absolute: 1e-6)
    }

    @Test func `is saved, and the same when it comes back`() throws {
        let data = try JSONEncoder().encode(Normalization.imageNet)
        #expect(try JSONDecoder().decode(Normalization.self, from: data) == .imageNet)
    }

    @Test func `of pictures of one colour divides by no zero`() {
        #expect(Normalization(of: .ones(2, 3, 4, 4))(.ones(1, 3, 1, 1)).scalars.allSatisfy { $0.isFinite })
    }
}
