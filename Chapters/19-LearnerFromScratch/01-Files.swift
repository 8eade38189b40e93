// # Finding the files
//
// Section 19.1 · After this page you know where the pictures of this run come from, and can list all files of a kind
// below a folder.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// The book trains on Imagenette: ten classes of ImageNet that are easy to tell apart, in photographs whose shorter side
// has 160 pixels. `swift run data get imagenette2-160` fetches them (the book's `untar_data`); how an archive is
// downloaded, checked and unpacked, you can read in `Installer.swift`. They are JPEG files. The engine reads those as
// well, but this chapter also takes a file's header apart by itself, and that of a PNG is the simpler one. So they have
// to be converted once, with ImageMagick for example, into a folder beside the original:
//
//     cp -r imagenette2-160 imagenette2-160-png
//     cd imagenette2-160-png
//     find . -name '*.JPEG' -exec mogrify -format png {} +
//     find . -name '*.JPEG' -delete
//
// With `--data` naming the folder that it is in, this chapter takes it. Otherwise it takes birds and airplanes of
// CIFAR-10, and if there are none either, it draws scenes of its own, in ten classes. All of them are laid out in the
// same way: a folder for training and one for validation, in each a folder for every class, in these the pictures. (So
// is Tiny ImageNet. Converted to PNG in the same manner, and under the name imagenette2-160-png, it will do as well.)

extension LearnerFromScratch {
    func whereThePicturesAre() throws {
        show(dataName, "the pictures of this run")
        show(try Listing(of: source.contents), "its folders")
    }
}

// What we want to know of a path gets short names. (`isLink` is a question to the disk.)

extension URL {
    /// The folder that this is in.
    public var parent: URL { deletingLastPathComponent() }

    /// The last part of the path.
    public var name: String { lastPathComponent }

    /// The last parts of the path: "train/bird/0000.png" for 3.
    public func tail(_ parts: Int = 3) -> String { pathComponents.suffix(parts).joined(separator: "/") }
}

func isLink(_ file: URL) -> Bool { (try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)) != nil }

// A folder may hold files and folders, and those may hold files and folders again. So the function that goes through a
// folder calls itself for each folder in it. It is *recursive*. (`Listing` reads the names in one folder and sorts
// them, and `isFolder` asks the disk. The system gives names in any order it likes, so without sorting the "first" file
// would be another one on every machine.)

/// All files below a folder whose names end in one of the extensions, in upper or lower case, in the order of their
/// paths. Links to other folders are not followed, for they might lead in a circle. (The book's `get_image_files`.)
/// - Throws: `DatasetError` that names the folder which cannot be read.
public func walk(_ folder: URL, extensions: Set<String> = ["png"]) throws -> [URL] {
    try Listing(of: folder).flatMap { entry -> [URL] in
        if isFolder(entry) { return isLink(entry) ? [] : try walk(entry, extensions: extensions) }
        return extensions.contains(entry.pathExtension.lowercased()) ? [entry] : []
    }
}

extension LearnerFromScratch {
    func walkThroughFolders() throws {
        // How many are there, and which is the first? (In the book, val/n03417042/n03417042_3752.JPEG: an order that
        // its file system happened to give.) (`files` is the same list, without what cannot be opened. The last page of
        // this section comes to that.)
        show(try walk(try source.contents).count, "files that are named like pictures")
        show(try files[0].tail(), "the first")
    }
}
