// BIWI's head poses: people before a camera, who look about, and for each frame where the middle of the head is in
// space.
//
//     01/rgb.cal   01/frame_00003_rgb.jpg   01/frame_00003_pose.txt   …   24/…
//
// A folder is one recording of one person. (G. Fanelli, M. Dantone, J. Gall, A. Fossati and L. Van Gool, "Random
// Forests for Real Time 3D Face Analysis", 2013.)

import Common
import Foundation

/// One frame of a recording.
public struct HeadFrame: Sendable, Equatable, CustomStringConvertible {
    public let picture: URL
    /// The name of its folder: "13".
    public let recording: String
    public let pose: HeadPose
    public let camera: CameraCalibration
    /// Where the middle of the head is in the picture: column and row.
    public let point: SIMD2<Double>

    public var description: String { picture.path }
}

/// The frames of a folder that is laid out like BIWI.
public struct HeadPoses: Sendable {
    /// In the order of their names.
    public let frames: [HeadFrame]
    /// What could not be read, and was passed over.
    public let problems: [DatasetError]

    /// The names of the recordings, sorted.
    public var recordings: [String] { Set(frames.map(\.recording)).sorted() }

    /// Reads poses and cameras; pictures are not opened. A frame whose pose cannot be read is passed over, and so is a
    /// recording without its camera; what was wrong is kept.
    /// - Throws: `DatasetError` that names the folder, or the first file that is wrong, when nothing is left.
    public init(_ folder: URL) throws {
        var (frames, problems) = ([HeadFrame](), [DatasetError]())
        for recording in try entries(of: folder) where isFolder(folder.appending(path: recording)) {
            let place = folder.appending(path: recording)
            let pictures = try entries(of: place).filter(isPicture)
            if pictures.isEmpty { continue }
            do {
                let camera = try CameraCalibration(place.appending(path: "rgb.cal"))
                for name in pictures {
                    do { frames.append(try frame(place.appending(path: name), recording, camera)) } catch let problem
                        as DatasetError
                    { problems.append(problem) }
                }
            } catch let problem as DatasetError { problems.append(problem) }
        }
        if frames.isEmpty {
            throw problems.first
                ?? DatasetError(
                    folder.path, "expected folders 01, 02 … with frames such as frame_00003_rgb.jpg, found none",
                    try: "a folder in the layout of BIWI: `swift run data get biwi_head_pose` fetches it")
        }
        (self.frames, self.problems) = (frames, problems)
    }

    /// The pose file of a picture: what is called `…rgb.jpg` has a `…pose.txt` beside it. (The book's `img2pose`.)
    public static func poseFile(of picture: URL) -> URL {
        let name = picture.lastPathComponent
        return picture.deletingLastPathComponent().appending(path: name.dropLast(7) + "pose.txt")
    }
}

private func frame(_ picture: URL, _ recording: String, _ camera: CameraCalibration) throws -> HeadFrame {
    let file = HeadPoses.poseFile(of: picture)
    let pose = try HeadPose(file)
    guard let point = camera.seen(pose.centre) else {
        throw DatasetError(file.path, "its head at \(pose.centre) cannot be seen by the camera")
    }
    return HeadFrame(picture: picture, recording: recording, pose: pose, camera: camera, point: point)
}

private func isPicture(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("frame_") && (name.hasSuffix("_rgb.jpg") || name.hasSuffix("_rgb.png"))
}

/// The names in a folder, sorted.
private func entries(of folder: URL) throws -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
        throw DatasetError(folder.path, "cannot be read as a folder: \(error.localizedDescription)")
    }
}
