import type { InputField } from '@segment/actions-core'
import { firstChoice, path } from './directives'

/** The properties of travel events. Source: TikTok, "Events API 2.0: Travel events". */
export const travelField = {
  label: 'Travel Fields',
  type: 'object',
  defaultObjectUI: 'keyvalue',
  description: 'The properties of travel events: hotels, flights, destinations.',
  properties: {
    city: { label: 'Hotel City Location', type: 'string', description: 'The city of the hotel.' },
    region: { label: 'Hotel Region', type: 'string', description: 'The region of the hotel, as shown to the visitor.' },
    country: { label: 'Hotel Country', type: 'string', description: 'The country of the hotel.' },
    checkin_date: {
      label: 'Hotel Check-in Date',
      type: 'string',
      description: 'The day of arrival at the hotel, e.g. 2026-11-20.'
    },
    checkout_date: {
      label: 'Hotel Check-out Date',
      type: 'string',
      description: 'The day of departure from the hotel, e.g. 2026-11-22.'
    },
    num_adults: { label: 'Number of Adults', type: 'number', description: 'The number of adults.' },
    num_children: { label: 'Number of Children', type: 'number', description: 'The number of children.' },
    num_infants: { label: 'Number of Infants', type: 'number', description: 'The number of infants.' },
    suggested_hotels: {
      label: 'Suggested Hotels',
      type: 'string',
      multiple: true,
      description: 'The IDs of the hotels shown to the visitor.'
    },
    departing_departure_date: {
      label: 'Departure Date',
      type: 'string',
      description: 'The day on which the outbound flight departs.'
    },
    returning_departure_date: {
      // Segment's label, although the date is a departure.
      label: 'Arrival Date',
      type: 'string',
      description: 'The day on which the return flight departs.'
    },
    origin_airport: {
      label: 'Origin Airport',
      type: 'string',
      description: 'The IATA code of the departure airport.'
    },
    destination_airport: {
      label: 'Destination Airport',
      type: 'string',
      description: 'The IATA code of the destination airport.'
    },
    destination_ids: {
      label: 'Destination IDs',
      type: 'string',
      multiple: true,
      description: 'The IDs of the destinations in the catalog.'
    },
    departing_arrival_date: {
      label: 'Departing Arrival Date',
      type: 'string',
      description: 'The day on which the outbound flight arrives.'
    },
    returning_arrival_date: {
      label: 'Returning Arrival Date',
      type: 'string',
      description: 'The day on which the return flight arrives.'
    },
    travel_class: {
      label: 'Flight Ticket Class',
      type: 'string',
      description: 'The class of the ticket.',
      choices: [
        { value: 'eco', label: 'Economy' },
        { value: 'prem', label: 'Premium economy' },
        { value: 'bus', label: 'Business' },
        { value: 'first', label: 'First' }
      ]
    },
    user_score: {
      label: 'User Score',
      type: 'number',
      description: 'The relative value of the traveller to the advertiser.'
    },
    preferred_num_stops: {
      label: 'Preferred Number of Stops',
      type: 'integer',
      description: 'The number of stops that the traveller prefers; 0 for a direct flight.'
    },
    travel_start: { label: 'Start Date of the Trip', type: 'string', description: 'The first day of the trip.' },
    travel_end: { label: 'End Date of the Trip', type: 'string', description: 'The last day of the trip.' },
    suggested_destinations: {
      label: 'Suggested Destination IDs',
      type: 'string',
      multiple: true,
      description: 'The IDs of the destinations shown to the visitor.'
    }
  },
  default: {
    city: path('$.properties.city'),
    region: path('$.properties.region'),
    country: path('$.properties.country'),
    checkin_date: path('$.properties.checkin_date'),
    checkout_date: path('$.properties.checkout_date'),
    num_adults: path('$.properties.num_adults'),
    num_children: path('$.properties.num_children'),
    num_infants: path('$.properties.num_infants'),
    suggested_hotels: path('$.properties.suggested_hotels'),
    departing_departure_date: path('$.properties.departing_departure_date'),
    returning_departure_date: path('$.properties.returning_departure_date'),
    origin_airport: path('$.properties.origin_airport'),
    destination_airport: path('$.properties.destination_airport'),
    destination_ids: path('$.properties.destination_ids'),
    departing_arrival_date: path('$.properties.departing_arrival_date'),
    returning_arrival_date: path('$.properties.returning_arrival_date'),
    travel_class: firstChoice('$.properties.travel_class'),
    user_score: path('$.properties.user_score'),
    preferred_num_stops: path('$.properties.preferred_num_stops'),
    travel_start: path('$.properties.travel_start'),
    travel_end: path('$.properties.travel_end'),
    suggested_destinations: path('$.properties.suggested_destinations')
  }
} satisfies InputField
