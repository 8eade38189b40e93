// What a program says.

import Foundation

/// Prints at once, also into a pipe, where `print` waits until there is more.
public func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

/// Tells the reader on standard error, if there is something to tell.
public func warn(_ text: String?) {
    if let text { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
