import Foundation
import Tensors
import Testing

@testable import Datasets

@Suite struct `Heads before a camera` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func written(_ name: String, frames: Int = 2, seed: UInt64 = 42) throws -> URL {
        let folder = scratch[name]
        try GeneratedHeads(frames: frames, width: 40, seed: seed).write(to: folder)
        return folder
    }

    @Test func `lie in the layout of BIWI`() throws {
        let folder = try written("a")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 48 && names.prefix(3) == ["01", "01.obj", "02"])
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "24").path).sorted()
        #expect(
            files == [
                "frame_00003_pose.txt", "frame_00003_rgb.jpg", "frame_00010_pose.txt", "frame_00010_rgb.jpg", "rgb.cal",
            ])
    }

    @Test func `are found by names in capitals, too`() throws {
        let folder = try written("capitals")
        let place = folder.appending(path: "07")
        let (old, new) = (place.appending(path: "frame_00003_rgb.jpg"), place.appending(path: "frame_00003_RGB.JPG"))
        try FileManager.default.moveItem(at: old, to: new)
        let poses = try HeadPoses(folder)
        #expect(poses.frames.count == 48 && poses.problems.isEmpty)
        #expect(poses.frames.contains { $0.picture.path == new.path })
    }

    @Test func `are read back where they were put`() throws {
        let poses = try HeadPoses(try written("a"))
        #expect(poses.frames.count == 48 && poses.problems.isEmpty && poses.recordings.count == 24)
        for frame in poses.frames {
            let film = HeadFilm(Int(frame.recording)!, 2, 42)
            let number = frame.picture.lastPathComponent.contains("00003") ? 0 : 1
            let centre = film.position(number).centre
            let found = frame.pose.centre
            let offs = [found.x - Double(centre.x), found.y - Double(centre.y), found.z - Double(centre.z)]
            #expect(offs.allSatisfy { abs($0) < 1e-3 })
            #expect((0.0...40).contains(frame.point.x) && (0.0...30).contains(frame.point.y))
            // The rows of a turn are as long as they should be, and at right angles.
            let rows = frame.pose.rotation
            for (i, j) in [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)] {
                let product = zip(rows[i], rows[j]).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(abs(product - (i == j ? 1 : 0)) < 1e-5)
            }
        }
    }

    @Test func `have the same bytes for the same seed`() throws {
        let (a, b, c) = (try written("a"), try written("b"), try written("c", seed: 1))
        let file = "13/frame_00003_rgb.jpg"
        #expect(try Data(contentsOf: a.appending(path: file)) == Data(contentsOf: b.appending(path: file)))
        #expect(try Data(contentsOf: a.appending(path: file)) != Data(contentsOf: c.appending(path: file)))
    }

    @Test func `show four people twice`() {
        let people = (1...GeneratedHeads.recordings).map { GeneratedHeads.person(of: $0) }
        #expect(Set(people).count == GeneratedHeads.people && people[12] == people[22])
        #expect(HeadFilm(13, 2, 42).looks.skin == HeadFilm(23, 2, 42).looks.skin)
        #expect(HeadFilm(13, 2, 42).clothes != HeadFilm(23, 2, 42).clothes)
    }

    /// Nothing but the head has the colour of the hair or of the skin at its middle.
    @Test func `are painted around the middle of the head`() throws {
        let poses = try HeadPoses(try written("a"))
        let near = try poses.frames.count { frame in
            let bytes = try readImages([frame.picture], channels: .rgb).scalars
            let place = Int(frame.point.y.rounded()) * 40 + Int(frame.point.x.rounded())
            let (red, blue) = (Int(bytes[3 * place]), Int(bytes[3 * place + 2]))
            return red > blue + 8
        }
        #expect(near > 43, "\(near)")  // skin is reddish in nearly any light
    }

    @Test func `are refused where there are none`() {
        #expect(throws: DatasetError.self) { try GeneratedHeads(frames: 0) }
        #expect(throws: DatasetError.self) { try GeneratedHeads(width: 41) }
        #expect(throws: DatasetError.self) { try HeadPoses(scratch["nothing"]) }
        #expect(throws: DatasetError.self) { try GeneratedFaces(training: 1, test: 2) }
    }

    @Test func `without a pose or a camera are passed over`() throws {
        let folder = try written("a")
        try FileManager.default.removeItem(at: folder.appending(path: "02/frame_00003_pose.txt"))
        try Data("1 0 0\n".utf8).write(to: folder.appending(path: "03/rgb.cal"))
        try Data("1 0 0\n0 1 0\n0 0 1\n\n1 2 0\n".utf8).write(to: folder.appending(path: "04/frame_00010_pose.txt"))
        let poses = try HeadPoses(folder)
        #expect(poses.frames.count == 48 - 1 - 2 - 1 && poses.problems.count == 3)
        for (problem, file) in zip(
            poses.problems, ["02/frame_00003_pose.txt", "03/rgb.cal", "04/frame_00010_pose.txt"])
        {
            #expect(problem.subject.hasSuffix(file))
        }
        #expect(poses.problems[2].problem.contains("distance of 0"))
    }
}

@Suite struct `Faces with 68 places` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `are read back, and the judged people are known`() throws {
        let folder = scratch["faces"]
        try GeneratedFaces(training: 30, test: 8).write(to: folder)
        let faces = try MarkedFaces(folder)
        #expect(faces.training.count == 30 && faces.test.count == 8)
        let all = faces.training + faces.test
        #expect(all.allSatisfy { $0.points.count == 68 && FileManager.default.fileExists(atPath: $0.picture.path) })
        #expect(Set(all.map(\.picture)).count == 38)
        #expect(Set(faces.test.map(\.person)).isSubset(of: Set(faces.training.map(\.person))))
        #expect(Set(faces.training.map(\.person)).count == 24)
        // The mouth is below the nose, the chin below the mouth. The nose is between the eyes, unless a face is turned
        // so far that it covers one of them.
        for face in all {
            let p = face.points
            #expect(p[36].x < p[45].x && p[0].x < p[16].x && p[57].y > p[30].y && p[8].y > p[57].y, "\(face.picture)")
        }
        let between = all.count { $0.points[36].x < $0.points[30].x && $0.points[30].x < $0.points[45].x }
        #expect(between >= 34, "\(between) of 38")
    }

    @Test(arguments: [
        (",0,1\na.jpg,1\n", "line 2"), (",0,1\na.jpg,1,x\n", "line 2"), (",0,1\na.jpg,1,2\nb.jpg,1,2,3,4\n", "line 3"),
        (",0,1\n../a.jpg,1,2\n", "line 2"), (",0,1\na.jpg,nan,2\n", "line 2"), (",0,1\n", "none"), ("", "none"),
        (",0,1\na.jpg\n", "line 2"),
    ])
    func `of a table that is wrong are refused, with the line`(_ text: String, _ says: String) throws {
        let file = scratch["table.csv"]
        try Data(text.utf8).write(to: file)
        let error = #expect(throws: DatasetError.self) { try MarkedFaces.read(file, pictures: scratch["pictures"]) }
        #expect(error?.description.contains(says) == true && error?.subject == file.path)
    }
}
