// Nudge: What does the page's `downloadURL` do after a try that has failed, and what does `downloadImages` do after the last?
// Idea: Two loops: over the names that are not there yet, and over the tries for one of them. Leave the inner one as soon as
//   what came is whole.
// Almost: `for _ in 0..<tries { if let bytes = fetch(name), bytes.count >= 4, bytes.starts(with: [0xFF, 0xD8]), … { files[name] =
//   bytes; break } }`, and a set of the names that were asked for, whether they arrived or not.

public func wholeFiles(_ names: [String], tries: Int, fetch: (String) -> [UInt8]?) throws -> [String: [UInt8]] {
    var (files, asked) = ([String: [UInt8]](), Set<String>())
    for name in names where asked.insert(name).inserted {
        for _ in 0..<tries {
            guard let bytes = fetch(name), bytes.count >= 4, bytes.prefix(2) == [0xFF, 0xD8],
                bytes.suffix(2) == [0xFF, 0xD9]
            else { continue }
            files[name] = bytes
            break
        }
    }
    return files
}
