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
/// - Throws: ``PhotoProblem``, which names the folder, when it is missing or holds no photo, or when one cannot be
///   read.
public func photoFiles(in folder: URL, deeply: Bool = true) throws -> [URL] {
    let all = try filePaths(in: folder, deeply: deeply) { PhotoProblem($0, $1) }
    let photos = all.filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }
    guard !photos.isEmpty else {
        throw PhotoProblem(
            folder.path, "expected photos, found \(all.isEmpty ? "nothing" : counted(all.count, "other file"))",
            try: "a folder with files that end in .jpg or .png")
    }
    return photos.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { URL(filePath: $0) }
}

private let endings: Set = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif",
]
