import Foundation

/// Whether there is a folder at this place.
public func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
}

/// The folder that the program was started in.
public var currentFolder: URL { URL(filePath: FileManager.default.currentDirectoryPath) }
