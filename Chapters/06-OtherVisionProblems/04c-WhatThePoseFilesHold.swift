// # Files that cannot be right
//
// Section 6.4 · After this page you know what a reader of measurements has to expect, and what the book leaves out of
// the camera's file.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Fifteen thousand frames are thirty thousand files, and somebody's disk was full once. A missing pose is easily seen.
// Worse is a wrong number: with Z = 0, the formula divides by zero, the label is infinite, and so is the loss of the
// batch, and nothing that the net has learned is left. So a reader looks at what it reads. Here are files of a frame,
// each with one thing wrong, and what `HeadPose` and `CameraCalibration` say:

extension OtherVisionProblems {
    func measurementsThatAreWrong() throws {
        let turn = "1 0 0\n0 1 0\n0 0 1\n\n"
        let camera = "500 0 64\n0 500 48\n0 0 1\n\n0 0 0 0\n\n\(turn)0 0 0\n\n128 96\n"
        let files: [(mistake: String, name: String, text: String?)] = [
            ("there is none", "frame_00001_pose.txt", nil),
            ("cut short", "frame_00002_pose.txt", "1 0 0\n0 1 0\n"),
            ("a head at the camera", "frame_00003_pose.txt", turn + "10 20 0\n"),
            ("not a number", "frame_00004_pose.txt", turn + "10 nan 900\n"),
            ("a comma for a point", "frame_00005_pose.txt", turn + "10,5 20 900\n"),
            ("a camera without its lens", "rgb.cal", camera.replacing("0 0 0 0\n\n", with: "")),
            ("a camera without a matrix", "rgb.cal", camera.replacing("500", with: "0")),
        ]
        let folder = TemporaryFolder("poses")
        try makeFolder(folder.url)
        var table = TextTable(["what is wrong", "what the reader says"])
        for (mistake, name, text) in files {
            let file = folder.url.appending(path: name)
            if let text { try Data(text.utf8).write(to: file) }
            do {
                if name.hasSuffix("cal") { _ = try CameraCalibration(file) } else { _ = try HeadPose(file) }
                table.add(mistake, "nothing")
            } catch let problem as DatasetError { table.add(mistake, problem.problem) }
        }
        show(table, "Seven files and their readers")

        // By hand, with the functions of the last page, one of these is taken for a measurement:
        show(
            seenAt([10, 20, 0], [[500, 0, 64], [0, 500, 48], [0, 0, 1]]), "a head at a distance of 0",
            predict: .choice(
                "500 · 10 / 0 + 64 is …", ["an error", "64", "infinite"], answer: "infinite"))
    }

    func oneBadFrameAmongMany() throws {
        // And should one bad frame end everything? In a folder of thousands, nobody wants that. It is passed over, and
        // reported. Two recordings, one pose of which is spoiled:
        let folder = TemporaryFolder("two-recordings")
        try GeneratedHeads(frames: 3, width: 40).write(to: folder.url)
        let spoiled = folder.url.appending(path: "02/frame_00010_pose.txt")
        try Data("1 0 0\n".utf8).write(to: spoiled)
        try FileManager.default.removeItem(at: folder.url.appending(path: "07/rgb.cal"))
        let found = try Heads(dataSet: folder.url)
        show(
            found.frames.count, "frames of 72 that can be used",
            predict: .count(
                "24 recordings of 3 frames; one pose is spoiled, one recording has lost its camera. How many are left?",
                68))
        for problem in found.problems { show(problem.replacing(folder.url.path + "/", with: ""), "passed over") }
        let passed = try heads.problems
        show(passed.isEmpty ? "none" : passed.prefix(3).joined(separator: "\n"), "frames passed over in \(headsName)")
    }

    func twoCameras() throws {
        // What are the six rows that the book drops? How the lens bends straight lines (here not at all), the size of
        // the pictures, and how the colour camera *stands to the one that measured depth*: a turn and a shift of 28 mm.
        // The place of the head was measured with the latter. So, strictly, it should be turned and shifted before it
        // is projected. The book's point is where the depth camera would show the head, if it had the other one's lens.
        // For a head a metre away, with BIWI's numbers:
        let turn = [
            [0.999947, 0.00432361, 0.00929419], [-0.00446314, 0.999877, 0.0150443], [-0.009228, -0.015085, 0.999844],
        ]
        let shift = [-24.0198, 5.8896, -13.2308]
        let matrix = [[517.679, 0, 320], [0, 517.679, 240.5], [0, 0, 1.0]]
        let place = [0.0, 0, 1000]
        let moved = (0..<3).map { row in zip(turn[row], place).reduce(shift[row]) { $0 + $1.0 * $1.1 } }
        let (before, after) = (seenAt(place, matrix), seenAt(moved, matrix))
        let distance = (pow(after[0] - before[0], 2) + pow(after[1] - before[1], 2)).squareRoot()
        record(
            "heads/pixels-between-the-cameras", distance,
            predict: .choice(
                "How far is the point with turn and shift from the point without, in a picture 640 pixels wide?",
                ["less than a pixel", "more than ten pixels"], answer: "more than ten pixels"))

        // That is more than the error of the book's net, as we shall see. It does no harm to the exercise: nearly the
        // same shift everywhere is learned like any other habit of the labels. But "an error of three pixels" means
        // three pixels from the label, and not from the middle of the head. (The generated camera stands where depth
        // was measured, so there is no such question.)
        // #hide
        if let biwi = headSource.folder { try realFrames(biwi) }
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// The book's point, and the one with turn and shift (blue), on frames of BIWI.
    private func realFrames(_ folder: URL) throws {
        let all = try HeadPoses(folder).frames
        // A picture that cannot be read is passed over here, too.
        let frames = all.lazy.filter { (try? Photo($0.picture)) != nil }.prefix(2).map(\.self)
        if frames.isEmpty { return }
        let pictures = try frames.map { frame in
            let (c, camera) = (frame.pose.centre, frame.camera)
            let place = (0..<3).map { row in
                camera.rotation[row][0] * c.x + camera.rotation[row][1] * c.y + camera.rotation[row][2] * c.z
                    + camera.translation[row]
            }
            let other = seenAt(place, camera.matrix)
            return try Photo(frame.picture).raster.dotted(frame.label, .orange, radius: 6)
                .dotted(KeyPoints([Point(other[0] + 0.5, other[1] + 0.5)], in: frame.size), .blue, radius: 6)
        }
        show(
            ImageGrid(
                pictures, titles: frames.map { "\($0.recording)/\($0.picture.lastPathComponent)" }, columns: 2,
                cellSize: 640),
            "Real frames of BIWI: as the book computes it (orange), and with turn and shift (blue)")
        var table = TextTable(["frame", "column", "row"], decimals: 4)
        for frame in frames { table.add(frame.picture.lastPathComponent, frame.point.x, frame.point.y) }
        show(table, "The middle of the head in frames of BIWI, as the book computes it")
    }
}
