// Which files of a folder are photos? By their names, at first: see `VerifiedPhotos` for what is in them.

import Common
import Foundation

/// The photos of a folder, by the endings of their names, in the order of their paths' bytes. (The book's
/// `get_image_files`.)
///
/// Endings of formats that cannot be read here (GIF, WebP, HEIC, …) count too: such a file becomes a problem that is
/// reported (``VerifiedPhotos``), not one that is missing without a word. Hidden files are left out, and so is what is
/// in hidden folders.
///
/// - Parameter deeply: whether folders in the folder are looked through as well.
/// - Throws: ``PhotoProblem``, which names the folder, when it is missing or holds no photo.
public func photoFiles(in folder: URL, deeply: Bool = true) throws -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
        throw PhotoProblem(folder.path, isFolder.boolValue ? "cannot be read" : "there is no such folder")
    }
    let options: FileManager.DirectoryEnumerationOptions =
        deeply ? [.skipsHiddenFiles] : [.skipsHiddenFiles, .skipsSubdirectoryDescendants]
    let all = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: options)
    var (photos, others): ([URL], Int) = ([], 0)
    for case let file as URL in all ?? .init() {
        if (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true { continue }
        if endings.contains(file.pathExtension.lowercased()) { photos.append(file) } else { others += 1 }
    }
    guard !photos.isEmpty else {
        throw PhotoProblem(
            folder.path,
            "expected photos, found \(others == 0 ? "nothing" : "\(others) other file\(others == 1 ? "" : "s")")",
            try: "a folder with files that end in .jpg or .png")
    }
    return photos.map { (file: $0, path: $0.path) }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map(
        \.file)
}

private let endings: Set = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif",
]
