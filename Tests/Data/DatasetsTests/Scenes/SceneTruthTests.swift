import Tensors
import TestSupport
import Testing

@testable import Datasets

/// The smallest box around the pixels of a mask that have a value.
private func box(of value: UInt8, in mask: ArraySlice<UInt8>, side: Int) -> PixelBox {
    var box = PixelBox.none
    for (i, pixel) in mask.enumerated() where pixel == value { box.include(i / side, i % side) }
    return box
}

@Suite struct `What is known about a scene` {
    private static let kinds = [SomeScenes.single, SomeScenes.crowded]

    @Test(arguments: [0, 1])
    func `a box encloses its object's mask, and is in the picture`(_ which: Int) throws {
        let scenes = try Self.kinds[which].get()
        let (masks, side) = (scenes.masks.scalars, scenes.masks.shape[1])
        var tight = 0
        for (i, objects) in scenes.objects.enumerated() {
            let mask = masks[i * side * side..<(i + 1) * side * side]
            #expect(Set(mask).subtracting([0]).isSubset(of: objects.indices.map { UInt8($0 + 1) }))
            for (k, object) in objects.enumerated() {
                let visible = box(of: UInt8(k + 1), in: mask, side: side)
                #expect(object.box.left >= 0 && object.box.right <= side && object.box.bottom <= side)
                #expect(visible.left >= object.box.left && visible.right <= object.box.right)
                #expect(visible.top >= object.box.top && visible.bottom <= object.box.bottom)
                tight += visible == object.box ? 1 : 0
            }
        }
        // The others are hidden in part.
        #expect(Double(tight) > 0.5 * Double(scenes.objects.joined().count))
    }

    @Test(arguments: [0, 1])
    func `hardly any object is hidden wholly`(_ which: Int) throws {
        let scenes = try Self.kinds[which].get()
        let (masks, area) = (scenes.masks.scalars, scenes.masks.shape[1] * scenes.masks.shape[2])
        let hidden = scenes.objects.indices.flatMap { i in
            let shown = Set(masks[i * area..<(i + 1) * area])
            return scenes.objects[i].indices.filter { !shown.contains(UInt8($0 + 1)) }
        }
        #expect(hidden.count <= 1)
    }

    @Test(arguments: [0, 1])
    func `key points are in the box, and on the object where they are visible`(_ which: Int) throws {
        let scenes = try Self.kinds[which].get()
        let (masks, side) = (scenes.masks.scalars, scenes.masks.shape[1])
        var seen = 0
        for (i, objects) in scenes.objects.enumerated() {
            for (k, object) in objects.enumerated() {
                #expect(object.keyPoints.count == 3)
                for point in object.keyPoints {
                    let (row, column) = (Int(point.y), Int(point.x))
                    #expect(object.box.contains(row: row, column: column))
                    let owner = masks[(i * side + row) * side + column]
                    #expect(point.isVisible == (owner == UInt8(k + 1)))
                    seen += point.isVisible ? 1 : 0
                }
            }
        }
        #expect(Double(seen) > 0.75 * Double(3 * scenes.objects.joined().count))
    }

    @Test func `every class has key points of its own, always in the same order`() throws {
        let names = Dictionary(grouping: try SomeScenes.single.get().objects.joined(), by: \.kind)
            .mapValues { Set($0.map { $0.keyPoints.map(\.name) }) }
        #expect(names.count == 10 && names.values.allSatisfy { $0.count == 1 })
        #expect(names[.bird] == [["beak", "eye", "tail"]])
    }

    @Test func `crowds are of all sizes, none among them, and no class is rare`() throws {
        let scenes = try SomeScenes.crowded.get()
        let counts = Dictionary(grouping: scenes.objects, by: \.count).mapValues(\.count)
        #expect(counts.keys.sorted() == [0, 1, 2, 3, 4] && counts.values.allSatisfy { (40...80).contains($0) })
        let empty = try #require(scenes.objects.firstIndex(of: []))
        #expect(scenes.masks.scalars[empty * 1024..<(empty + 1) * 1024].allSatisfy { $0 == 0 })
        let kinds = Dictionary(grouping: scenes.objects.joined(), by: \.kind).mapValues(\.count)
        #expect(kinds.count == 10 && kinds.values.allSatisfy { (35...90).contains($0) })
    }

    @Test func `presence and class masks say the same as the objects`() throws {
        let scenes = try GeneratedScenes(count: 12, size: 32, classes: [.fish, .cup, .boat], objects: 0...2)
        let (presence, codes, masks) = (scenes.presence, scenes.classMasks.scalars, scenes.masks.scalars)
        #expect(presence.shape == [12, 3])
        for (i, objects) in scenes.objects.enumerated() {
            for (k, kind) in scenes.classes.enumerated() {
                #expect(presence[i, k].item == (objects.contains { $0.kind == kind } ? 1 : 0))
            }
            for p in i * 1024..<(i + 1) * 1024 {
                let owner = Int(masks[p])
                let expected = owner == 0 ? 0 : 1 + scenes.classes.firstIndex(of: objects[owner - 1].kind)!
                #expect(Int(codes[p]) == expected)
            }
        }
    }

    @Test func `scenes with several objects have no one label`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try GeneratedScenes(count: 3, size: 32, objects: 2...2).labels
        }
        #expect(message(of: result).contains("a scene with 2 objects has no one label"))
    }
}
