// # Inputs, targets and a loss
//
// Section 6.4 · After this page you know what makes a problem one of regression, and what lies in a folder of head
// poses.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// It is easy to think of deep learning in rooms: vision here, language there, tables in a third. That hides what they
// share. A model is given by three things: what goes in, what is to come out, and a loss that says how far it is off.
// What goes in may be a photo, a text, a table, or several of them. What comes out may be a class, a text, a photo, or
// a number. So there are models that describe photos, models that paint what a text says, and models that guess from a
// photo, a text and a table whether somebody is going to buy something.
//
// When what comes out is one number or several, which may take any value in between, the problem is called
// *regression*. A class is right or wrong. A number is more or less wrong. The task of this section is *image
// regression*: a photo of somebody goes in, and two numbers come out, the place of the middle of the head. It is a
// *key-point model*.
//
// The data are videos of people who sit before a camera and look about: the Biwi Kinect Head Pose database (G. Fanelli
// and others, ETH Zurich, 2013). A second camera, which sees depth, has measured where each head is in space. What lies
// in the folder?

extension OtherVisionProblems {
    func whatIsInTheFolder() throws {
        let folder = try heads.folder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let inside = names.filter { isFolder(folder.appending(path: $0)) }
        show(names.prefix(6).joined(separator: ", ") + " …", "the folder of \(headsName)")
        let missing = headSource.isStandIn ? "generated; two files of text are not imitated" : nil
        record("heads/entries", names.count, book: 50, differs: missing)
        record("heads/recordings", inside.count, book: 24, differs: missing)

        // Each folder is one recording of one person. Beside each there is a file `.obj`, which holds the shape of the
        // person's head as triangles. Nobody needs it here. One of the recordings:
        let recording = folder.appending(path: inside[0])
        let files = try FileManager.default.contentsOfDirectory(atPath: recording.path).sorted()
        show(files.prefix(4).joined(separator: "\n"), "in the folder \(inside[0])")
        record(
            "heads/files-of-the-first-recording", files.count, book: 1000,
            differs: headSource.isStandIn ? "generated: \(try heads.frames.count) frames in all" : nil)
    }
}

// A frame is two files: a picture, and a text that says how the head is held. Their names differ only at the end. So
// the way from one to the other is to drop the last seven letters, and to put others in their place:

/// The pose file of a frame: "13/frame_00349_rgb.jpg" has "13/frame_00349_pose.txt". (The book's `img2pose`.)
public func poseFile(of picture: String) -> String { picture.dropLast("rgb.jpg".count) + "pose.txt" }

// The book looks at a picture in a *thumbnail*: the same, but no side longer than 160 pixels. Its shape is that of the
// picture, as far as whole pixels allow, and a small picture is left as it is:

/// Height and width of a picture when neither is to be longer than `longest`. (What the book's `to_thumb` does.)
public func thumbnailSize(of size: Size2D, longest: Int) -> Size2D {
    let scale = min(1, Double(longest) / Double(max(size.height, size.width)))
    func side(_ length: Int) -> Int { max(1, Int((Double(length) * scale).rounded())) }
    return Size2D(side(size.height), side(size.width))
}

extension OtherVisionProblems {
    func posesBesidePictures() throws {
        show(
            poseFile(of: "13/frame_00349_rgb.jpg"), "the pose of a frame of the book",
            predict: .choice(
                "How many letters of 13/frame_00349_rgb.jpg have to go?", ["3", "7", "11"], answer: "7"))
        let frame = try heads.frames[0]
        let file = poseFile(of: frame.picture.path)
        show(FileManager.default.fileExists(atPath: file), "is it there for the first frame?")
        show(try readText(URL(filePath: file)), "what is in it")

        // Four rows of three numbers: a matrix that says how the head is turned, and the place of its middle in space,
        // in millimetres. A net is to say where that is in the picture. Between the two there is a camera, the subject
        // of the next page.
        let photo = try Photo(frame.picture)
        record(
            "heads/picture-height", photo.height, book: 480, differs: headSource.isStandIn ? "generated smaller" : nil)
        record("heads/picture-width", photo.width, book: 640, differs: headSource.isStandIn ? "generated smaller" : nil)

        // And the thumbnail:
        let size = thumbnailSize(of: photo.size, longest: 160)
        show("\(size.width) × \(size.height)", "a thumbnail of \(photo.width) × \(photo.height) pixels")
        show(
            ImageGrid([photo.raster.resized(width: size.width, height: size.height)], cellSize: 160),
            "\(try heads.shortName(frame.picture)) of \(headsName)")
        show(
            "\(thumbnailSize(of: Size2D(480, 640), longest: 160))",
            "height and width of a thumbnail of 640 × 480 pixels")
    }
}
