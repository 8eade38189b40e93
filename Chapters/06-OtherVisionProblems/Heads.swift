// Frames of heads, and faces with 68 places. What they are good for is told on the pages of the sections about
// regression.

import Common
import Datasets
import Foundation
import Notebook
import Tensors
import Vision

/// Frames of people before a camera, with the middle of each head.
struct Heads: Sendable {
    /// The folder of the data set. (The book's `path`.)
    let folder: URL
    /// Those that can be used: pose and picture can be read and fit together.
    let frames: [HeadFrame]
    /// What was passed over, and why.
    let problems: [String]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// - Throws: `DatasetError` if nothing in the folder is of use.
    init(dataSet folder: URL) throws { try self.init(folder, owner: nil) }

    /// Generated recordings, in files of the same layout.
    init(generated frames: Int, width: Int) throws {
        let owner = TemporaryFolder("generated-heads")
        try GeneratedHeads(frames: frames, width: width).write(to: owner.url)
        try self.init(owner.url, owner: owner)
    }

    private init(_ folder: URL, owner: TemporaryFolder?) throws {
        (self.folder, self.owner) = (folder, owner)
        let poses = try HeadPoses(folder)
        var (frames, problems) = ([HeadFrame](), poses.problems.map { "\($0)" })
        for frame in poses.frames {
            do {
                let size = try frame.picture.opened().size
                if size == frame.size {
                    frames.append(frame)
                } else {
                    problems.append(
                        "\(frame.picture.path): has \(size.width) × \(size.height) pixels, but its camera makes pictures "
                            + "of \(frame.size.width) × \(frame.size.height)")
                }
            } catch let problem as PhotoProblem { problems.append("\(problem)") }
        }
        guard !frames.isEmpty else {
            throw DatasetError(
                folder.path, "none of \(poses.frames.count) frames can be used. The first: \(problems[0])")
        }
        (self.frames, self.problems) = (frames, problems)
    }

    /// The names of the recordings, sorted.
    var recordings: [String] { Set(frames.map(\.recording)).sorted() }

    /// A file as its readers know it: "13/frame_00349_rgb.jpg".
    func shortName(_ file: URL) -> String { folder.shortening(file.path) }

    /// A text without the place where the folder happens to be on this machine.
    func shortText(_ text: String) -> String { folder.shortening(text) }
}

extension HeadFrame {
    /// Height and width of the picture.
    var size: Size2D { Size2D(camera.height, camera.width) }
    /// The middle of the head as a label. The middle of the first pixel is (0.5, 0.5) for a label, and (0, 0) for a
    /// camera.
    var label: KeyPoints { KeyPoints([Point(point.x + 0.5, point.y + 0.5)], in: size) }
}

/// Where the frames come from. A folder with one person is not enough: nobody would be left for validation.
struct HeadSource: DataOrigin {
    let name: String
    var bookName: String { "biwi_head_pose" }
    let notices: [String]
    /// The folder of the data set, also where it is too small to learn from; nil if no recording is on this machine.
    let folder: URL?
    /// Whether `heads` are generated.
    let isStandIn: Bool

    init(_ run: Run) throws {
        let search = try run.locator.find(["biwi_head_pose"])
        let count = search.found.map { found in
            (try? HeadPoses(found.folder))?.recordings.count ?? 0
        }
        (folder, isStandIn) = ((count ?? 0) > 0 ? search.found?.folder : nil, (count ?? 0) < 2)
        name = isStandIn ? "generated heads" : "biwi_head_pose"
        let reason = count.map {
            "biwi_head_pose has \(counted($0, "recording")) on this machine, and learning needs two"
        }
        notices =
            search.notices
            + (isStandIn
                ? [(reason ?? "no biwi_head_pose on this machine") + "; this run uses generated heads instead"] : [])
    }
}

/// Faces with the places of eyes, nose, mouth and jaw.
struct Faces: Sendable {
    let all: MarkedFaces
    private let owner: TemporaryFolder?

    init(dataSet folder: URL) throws { (all, owner) = (try MarkedFaces(folder), nil) }

    init(generated training: Int, test: Int) throws {
        let owner = TemporaryFolder("generated-faces")
        try GeneratedFaces(training: training, test: test).write(to: owner.url)
        (all, self.owner) = (try MarkedFaces(owner.url), owner)
    }
}

extension OtherVisionProblems {
    /// Faces of photos, if they are at hand.
    static func faces(_ run: Run) throws -> DataSource<Faces> {
        let (training, test) = (run.size(quick: 40, usual: 480), run.size(quick: 12, usual: 120))
        return try run.data(
            .dataSet("facial_keypoints") { try Faces(dataSet: $0) }, standIn: "generated faces", isInBook: false
        ) {
            try Faces(generated: training, test: test)
        }
    }
}

extension OtherVisionProblems {
    /// The faces of both folders whose pictures can be read, and what is wrong with the others.
    var readFaces: (items: [FaceItem], problems: [PhotoProblem]) {
        get throws {
            try run.once {
                let all = try faces.all
                var (items, problems) = ([FaceItem](), [PhotoProblem]())
                for (part, isTest) in [(all.training, false), (all.test, true)] {
                    let (read, failed) = (items.count, problems.count)
                    for face in part {
                        do {
                            items.append(FaceItem(face: face, size: try face.picture.opened().size, isTest: isTest))
                        } catch let problem as PhotoProblem { problems.append(problem) }
                    }
                    guard items.count > read else {
                        throw DatasetError(
                            part[0].picture.deletingLastPathComponent().path,
                            "none of \(counted(part.count, "picture")) can be read. The first: \(problems[failed])")
                    }
                }
                return (items, problems)
            }
        }
    }
}
