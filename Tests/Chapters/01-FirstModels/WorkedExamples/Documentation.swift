import Chapter01
import Common
import Foundation
import TestSupport
import Testing

@Suite struct `1.9 What the source says` {
    @Test func `a function is found with its comment and its place`() throws {
        let found = try doc("fineTune", project: projectFolder)
        let one = try #require(found.first)
        #expect(one.declaration.hasPrefix("public func fineTune(") && one.comment.contains("first layers"))
        #expect(one.place.contains("GroupLearner.swift:"))
        #expect(try FirstModels.glossaryAnswer(["--doc", "fineTune"])?.contains("GroupLearner.swift") == true)
    }

    @Test func `what is not there is refused`() throws {
        #expect(throws: Refusal.self) { try doc("noSuchFunction", project: projectFolder) }
        #expect(throws: Refusal.self) { try doc("a b", project: projectFolder) }
        let near = #expect(throws: Refusal.self) { try doc("fitOneCycl", project: projectFolder) }
        #expect("\(near!)".contains("fitOneCycle"))
        #expect(throws: Refusal.self) { try doc("", project: projectFolder) }
        #expect(throws: Refusal.self) { try FirstModels.glossaryAnswer(["--doc"]) }
        try withFolder { folder in
            let error = #expect(throws: Refusal.self) { try doc("fineTune", project: folder) }
            #expect("\(error!)".contains(folder.path))
        }
    }
}
