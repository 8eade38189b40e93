// # Cutting a file between rows
//
// A block of a file, read by itself, does not say where its rows begin: what looks like the end of a row may be inside
// of quotation marks. But that depends on one bit only, whether the block begins inside or outside. So every block is
// looked at under both assumptions, all blocks at the same time; counting its quotation marks then tells how the next
// one begins. (A quotation mark that is written twice leaves and enters at once.)

/// What one look at a block finds out.
private struct BlockScan {
    /// Whether its number of quotation marks is odd.
    var isOdd = false
    /// Where its second row begins: if the block begins outside of quotation marks, and if inside.
    var ends: (outside: Int?, inside: Int?)
}

extension CSVSource {
    /// The file in parts of whole rows.
    /// - Parameters:
    ///   - start: where the first row begins.
    ///   - size: of a part, about.
    func parts(from start: Int, size: Int) throws -> [Range<Int>] {
        let blocks = stride(from: start, to: count, by: size).map { $0..<min($0 + size, count) }
        let scans = try onAllCores(blocks.count) { try scan(blocks[$0]) }
        var (parts, begin, isInside): ([Range<Int>], Int, Bool) = ([], start, false)
        for (block, scan) in zip(blocks, scans) {
            let end = isInside ? scan.ends.inside : scan.ends.outside
            if block.lowerBound > start, let end, end > begin {
                parts.append(begin..<end)
                begin = end
            }
            isInside = isInside != scan.isOdd
        }
        if begin < count { parts.append(begin..<count) }
        return parts
    }

    private func scan(_ block: Range<Int>) throws -> BlockScan {
        // One more byte tells whether a carriage return is followed by a newline.
        let bytes = try bytes(block.lowerBound..<min(block.upperBound + 1, count))
        var scan = BlockScan()
        bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<block.count {
                let byte = bytes[index]
                if byte == .quote {
                    scan.isOdd.toggle()
                } else if byte == .newline || byte == .return {
                    if byte == .return, index + 1 < bytes.count, bytes[index + 1] == .newline { continue }
                    let end = block.lowerBound + index + 1
                    if scan.isOdd {
                        scan.ends.inside = scan.ends.inside ?? end
                    } else {
                        scan.ends.outside = scan.ends.outside ?? end
                    }
                }
            }
        }
        return scan
    }
}
