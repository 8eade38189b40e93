import Testing

@Suite struct `16 Questionnaire` {}
