// The drawing of a training shows its parts, its events and the dots.

import Chapter16
import Figures
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct `The drawing of a training` {
    private func trace(_ callbacks: [LoopCallback] = []) throws -> [Event] {
        let trace = EventTrace()
        try tinyLoop(train: 2, valid: 1, callbacks: [trace] + callbacks).fit(1, learningRate: 0.1)
        return trace.events
    }

    private func svg(_ diagram: EventDiagram) throws -> String {
        String(decoding: try diagram.fileData(), as: UTF8.self)
    }

    @Test func `has a box for every part and a line for every event`() throws {
        let events = try trace()
        let picture = try svg(EventDiagram("A training", events))
        #expect(XMLParser(data: Data(picture.utf8)).parse())
        #expect(picture.ranges(of: "<rect").count == 1 + 7)  // the paper; fit, epoch, two parts, three batches
        for event in Set(events) {
            let count = events.count { $0 == event }
            #expect(picture.ranges(of: ">\(event.rawValue)<").count == count)
        }
        #expect(picture.ranges(of: ">go backward<").count == 2 && picture.ranges(of: ">predict<").count == 3)
        let lines = EventDiagram("A training", events).terminal(.plain).split(separator: "\n")
        #expect(lines.first == "A training" && lines.contains("│ │ │ ● afterLoss"))
    }

    @Test func `has dots where columns have events`() throws {
        let events = try trace()
        let column = EventDiagram.Column("Name", [.beginFit, .afterLoss])
        let diagram = EventDiagram("A training", events, columns: [column])
        let picture = try svg(diagram)
        #expect(XMLParser(data: Data(picture.utf8)).parse())
        #expect(picture.ranges(of: "<circle").count == 1 + 3 && picture.contains(">Name<"))
        #expect(diagram.terminal(.plain).contains("1 Name"))
    }

    @Test func `shows what a cancellation leaves, and nothing that did not come`() throws {
        let events = try trace()
        for part in [TrainingPart.batch, .train, .epoch, .fit] {
            let cut = try trace([CancelOnce(part)])
            let column = EventDiagram.Column("cut", left: cut, of: events)
            let picture = try svg(EventDiagram("A training", events, columns: [column]))
            #expect(picture.ranges(of: "<circle").count == cut.count { !$0.isCancel }, "\(part)")
        }
    }
}
