// What is known about a data set before it is fetched.

/// A data set of the book.
public struct DatasetInfo: Sendable {
    /// The name by which it is looked for: a folder `mnist_sample/` or an archive `mnist_sample.tgz`.
    public let name: String
    /// Where the book uses it.
    public let chapters: String
    /// What it is, in one line.
    public let about: String
    /// The terms on which it may be used, in one line.
    public let licence: String
    /// What to fetch: one archive, or the files of the folder; nothing when it cannot be fetched.
    public let files: [RemoteFile]
    /// How to get a data set that cannot be fetched.
    public let byHand: String?

    public init(
        _ name: String, chapters: String, about: String, licence: String, files: [RemoteFile] = [],
        byHand: String? = nil
    ) {
        self.name = name
        self.chapters = chapters
        self.about = about
        self.licence = licence
        self.files = files
        self.byHand = byHand
    }

    /// Bytes to transfer; nil when that is not known.
    public var bytes: Int? { files.isEmpty ? nil : files.map(\.bytes).reduce(0, +) }
}

/// A file on a server, and how to know that it arrived whole.
public struct RemoteFile: Sendable {
    public let address: String
    public let bytes: Int
    /// False where only the rough size is known; the checksum alone then decides.
    public let isSizeExact: Bool
    public let checksum: Checksum
    /// MD5 of what is inside a gzipped file, where known: it also fits a copy that was compressed again.
    public let contents: Checksum?

    public init(
        _ address: String, bytes: Int, isSizeExact: Bool = true, _ checksum: Checksum, contents: Checksum? = nil
    ) {
        self.address = address
        self.bytes = bytes
        self.isSizeExact = isSizeExact
        self.checksum = checksum
        self.contents = contents
    }

    /// What a server may send at most.
    var mostBytes: Int { isSizeExact ? bytes : 2 * bytes }

    /// The last part of the address.
    public var name: String { String(address[address.lastIndex(of: "/")!...].dropFirst()) }
}
