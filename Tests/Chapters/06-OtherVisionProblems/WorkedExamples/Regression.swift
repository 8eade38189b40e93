// What the pages of section 6.4 build, and the numbers that the book prints.

import Chapter06
import ChapterSupport
import Datasets
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `6.4 Heads and their places` {
    private let camera = [[517.679, 0, 320], [0, 517.679, 240.5], [0, 0, 1.0]]

    @Test func `the pose file has the name of the picture, but for its end`() {
        #expect(poseFile(of: "13/frame_00349_rgb.jpg") == "13/frame_00349_pose.txt")
        #expect(HeadPoses.poseFile(of: URL(filePath: "/a/13/frame_00349_rgb.jpg")).path == "/a/13/frame_00349_pose.txt")
        #expect(HeadPoses.poseFile(of: URL(filePath: "/a/13/frame_00349_rgb.png")).path == "/a/13/frame_00349_pose.txt")
    }

    @Test func `the book's point, from a place in space`() {
        // A place a metre away that is seen at the book's point.
        let place = [64.6370 / 517.679 * 1000, 18.9787 / 517.679 * 1000, 1000]
        let point = seenAt(place, camera)
        #expect(abs(point[0] - 384.6370) < 1e-4 && abs(point[1] - 259.4787) < 1e-4)
        let scaled = scaledPoint(Point(point[0], point[1]), in: [480, 640])
        #expect(abs(scaled[0] - 0.2020) < 5e-5 && abs(scaled[1] - 0.0812) < 5e-5)
        let back = pixelPoint(scaled, in: [480, 640])
        #expect(abs(back.x - point[0]) < 1e-9 && abs(back.y - point[1]) < 1e-9)
    }

    @Test func `the matrix is what is above the last six rows`() {
        let text = "1 0 2\n0 1 3\n0 0 1\n\n0 0 0 0\n\n1 0 0\n0 1 0\n0 0 1\n\n0 0 0\n\n640 480\n"
        // Three rows of the matrix, and 1 + 3 + 1 + 1 below it.
        #expect(cameraMatrix(text) == [[1, 0, 2], [0, 1, 3], [0, 0, 1]])
    }

    @Test(.enabled(if: realData("biwi_head_pose") != nil))
    func `real frames are where they should be`() throws {
        let data = try #require(realData("biwi_head_pose"))
        let folder = try #require(try DataLocator(dataFolder: data).find("biwi_head_pose").found).folder
        let poses = try HeadPoses(folder)
        let frame = try #require(poses.frames.first { $0.picture.lastPathComponent.hasPrefix("frame_00054") })
        #expect(abs(frame.point.x - 327.8146) < 1e-3 && abs(frame.point.y - 209.7858) < 1e-3)
        #expect(frame.camera.width == 640 && frame.camera.height == 480 && frame.camera.matrix == camera)
        #expect(try frame.picture.opened().size == [480, 640])
    }

    @Test func `thumbnails keep their shape and are never larger`() {
        #expect(thumbnailSize(of: [480, 640], longest: 160) == [120, 160])
        #expect(thumbnailSize(of: [640, 480], longest: 160) == [160, 120])
        #expect(thumbnailSize(of: [50, 60], longest: 160) == [50, 60])
        #expect(thumbnailSize(of: [1, 1000], longest: 100) == [1, 100])
    }

    @Test func `a split by groups leaves no group on both sides`() throws {
        let groups = ["a", "b", "a", "c", "b"]
        let (train, valid) = split(groups, holdingBack: ["b"])
        #expect(train == [0, 2, 3] && valid == [1, 4])
        let engine = try Splitter<String>.function { $0 == "b" }(groups)
        #expect(engine.train == train && engine.valid == valid)
    }
}

@Suite struct `6.4 A range and a loss` {
    @Test func `sigmoidRange has the values of the book's curve`() {
        let y = sigmoidRange(Tensor([0, 1, -1, 2, -2, 4, -4]), -1, 1).scalars
        let expected: [Float] = [0, 0.46212, -0.46212, 0.76159, -0.76159, 0.96403, -0.96403]
        #expect(zip(y, expected).allSatisfy { abs($0 - $1) < 1e-5 })
        for x: Float in [-3, -0.2, 0.7, 5] { #expect(abs(sigmoidRange(Tensor(x), -1, 1).item - tanh(x / 2)) < 1e-6) }
    }

    @Test func `all pairs are 64 × 64, and their loss wants the mean`() {
        var random = SplitMix64(seed: 1)
        let targets = Tensor.randn(64, 1, 2, using: &random), flat = targets.flattened(from: 1)
        #expect((Tensor.zeros(64, 2) - targets).shape == [64, 64, 2])
        // Right answers are no better for it than shuffled ones; the mean is best.
        let shuffled = Tensor.stack(random.permutation(64).map { flat[$0] })
        #expect(abs(broadcastMSE(flat, targets).item - broadcastMSE(shuffled, targets).item) < 1e-4)
        let mean = flat.mean(axis: 0, keepingAxes: true) + .zeros(64, 2)
        #expect(broadcastMSE(mean, targets).item < broadcastMSE(flat, targets).item)
        #expect(flattenedMSE(flat, targets).item == 0 && flattenedMSE(mean, targets).item > 0.5)
    }

    @Test func `the brightest place is found between pixels`() {
        var pixels = [Float](repeating: 0, count: 3 * 4 * 5)
        for channel in 0..<3 { (pixels[channel * 20 + 7], pixels[channel * 20 + 8]) = (1, 1) }
        #expect(brightest(Tensor(shape: [3, 4, 5], pixels)) == Point(3, 1.5))
        #expect(brightest(.zeros(3, 4, 5)) == nil)
    }
}
