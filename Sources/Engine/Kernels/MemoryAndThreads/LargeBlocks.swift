// Blocks of a megabyte and more. They take most of the memory, so it must serve blocks of all sizes, one after the
// other: a net's backward pass wants other sizes than its forward pass, and its first layers others than its last ones.

import Foundation

/// Cuts blocks from pages of the operating system. A dropped block becomes one with the free places around it, and the
/// next block is the beginning of the first free place that is long enough ("address-ordered first fit", Knuth, The Art
/// of Computer Programming, volume 1, 2.5). That fills the same addresses again and again, which the caches may hold,
/// and leaves long places free behind them.
///
/// All blocks and free places together take at most a quarter more than the most that was ever in use at a time. With
/// that, steps of ResNets, U-Nets and LSTMs find all that they want among the free places, from the second step on.
struct LargeBlocks {
    static let smallest = 1 << 20

    /// Bytes in blocks in use.
    private(set) var live = 0
    /// Bytes in places of blocks in use, and the most there ever were.
    private var used = 0, most = 0
    private var free = FreePlaces()

    var kept: Int { free.bytes }

    /// The place of a block is longer by its size, which lies in front of it, and by a gap. Without the gap the blocks
    /// of a loop over three arrays of equal size would all begin at the start of a page. Such a loop asks the same bank
    /// of the memory for three numbers at a time, and waits for it.
    private static let gap = 20_480 + 4 * Memory.alignment
    private static func length(_ size: Int) -> Int { Memory.alignment + size + gap }

    /// A block of this size, or nil if there is no room for it.
    mutating func take(_ size: Int) -> Int? {
        guard size < 1 << 48 else { return nil }
        let length = Self.length(size)
        if let start = free.take(length) ?? new(length) {
            live += size
            used += length
            most = max(most, used)
            return start + Memory.alignment
        }
        return nil
    }

    mutating func put(_ block: Int, _ size: Int) {
        live -= size
        used -= Self.length(size)
        let start = block - Memory.alignment
        free.put(start..<start + Self.length(size))
    }

    /// A place in new pages; other pages are given back if there would be too many, and if there are no more, all of
    /// them.
    private mutating func new(_ length: Int) -> Int? {
        let limit = max(most, used + length) / 4 * 5
        let surplus = used + free.bytes + missing(length) - limit
        if surplus > 0 { giveBack(surplus) }
        if !addPages(for: length) {
            giveBack(free.bytes)
            guard addPages(for: length) else { return nil }
        }
        return free.take(length)
    }

    /// Pages of 2 MB where the system has them: fewer pages to look up.
    private static let page = 2 << 20
    /// Where the next pages should be: behind the last ones, and far from all that the system places by itself.
    private var end = 1 << 44

    /// What a place of this length needs beyond the free place at the end.
    private func missing(_ length: Int) -> Int {
        guard let last = free.places.last, last.upperBound == end else { return length }
        return max(length - last.count, 0)
    }

    private mutating func addPages(for length: Int) -> Bool {
        guard var pages = newPages(missing(length)) else { return false }
        // If the system has put them elsewhere, they begin a place of their own.
        if pages.lowerBound != end && pages.count < length {
            munmap(UnsafeMutableRawPointer(bitPattern: pages.lowerBound), pages.count)
            guard let whole = newPages(length) else { return false }
            pages = whole
        }
        free.put(pages)
        end = pages.upperBound
        return true
    }

    private func newPages(_ length: Int) -> Range<Int>? {
        let bytes = (length + Self.page - 1) / Self.page * Self.page
        let wish = UnsafeMutableRawPointer(bitPattern: end)
        let memory = mmap(wish, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { return nil }
        #if os(Linux)
            madvise(memory, bytes, MADV_HUGEPAGE)
        #endif
        let start = Int(bitPattern: memory)
        return start..<start + bytes
    }

    /// Gives whole pages back to the operating system, from the longest free places first.
    private mutating func giveBack(_ bytes: Int) {
        var wanted = (bytes + Self.page - 1) / Self.page * Self.page
        while wanted > 0, let pages = free.takeLongest(upTo: wanted, inUnitsOf: Self.page) {
            munmap(UnsafeMutableRawPointer(bitPattern: pages.lowerBound), pages.count)
            if pages.upperBound == end { end = pages.lowerBound }
            wanted -= pages.count
        }
    }
}

/// Pieces of memory that nothing lies in, in the order of their addresses. No two of them touch.
struct FreePlaces {
    private(set) var places: [Range<Int>] = []
    private(set) var bytes = 0

    /// Cuts the beginning off the first place that is long enough, and returns where it starts.
    mutating func take(_ length: Int) -> Int? {
        guard let i = places.firstIndex(where: { $0.count >= length }) else { return nil }
        let place = places[i]
        replace(i, by: [place.lowerBound + length..<place.upperBound])
        bytes -= length
        return place.lowerBound
    }

    /// Adds a place, which becomes one with those it touches.
    mutating func put(_ place: Range<Int>) {
        bytes += place.count
        let i = places.firstIndex { $0.lowerBound >= place.upperBound } ?? places.count
        let before = i > 0 && places[i - 1].upperBound == place.lowerBound
        let after = i < places.count && places[i].lowerBound == place.upperBound
        let start = before ? places[i - 1].lowerBound : place.lowerBound
        let end = after ? places[i].upperBound : place.upperBound
        places.replaceSubrange((before ? i - 1 : i)..<(after ? i + 1 : i), with: [start..<end])
    }

    /// Cuts whole pages, as many as are wanted or as there are, from the end of the place that holds most of them.
    mutating func takeLongest(upTo wanted: Int, inUnitsOf page: Int) -> Range<Int>? {
        func pages(_ i: Int) -> Range<Int> {
            let (start, end) = ((places[i].lowerBound + page - 1) / page * page, places[i].upperBound / page * page)
            return start..<max(start, end)
        }
        let longest = places.indices.max { pages($0).count < pages($1).count }
        guard let i = longest, !pages(i).isEmpty else { return nil }
        let cut = max(pages(i).lowerBound, pages(i).upperBound - wanted)..<pages(i).upperBound
        replace(i, by: [places[i].lowerBound..<cut.lowerBound, cut.upperBound..<places[i].upperBound])
        bytes -= cut.count
        return cut
    }

    private mutating func replace(_ i: Int, by parts: [Range<Int>]) {
        places.replaceSubrange(i...i, with: parts.filter { !$0.isEmpty })
    }
}
